/** Tenants and their keys as JSON. */
@NullMarked
package dev.tenure.adapter.json.tenant;

import org.jspecify.annotations.NullMarked;
