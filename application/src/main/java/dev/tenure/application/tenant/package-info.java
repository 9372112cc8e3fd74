/** Tenants, their settings and API keys. */
@NullMarked
package dev.tenure.application.tenant;

import org.jspecify.annotations.NullMarked;
