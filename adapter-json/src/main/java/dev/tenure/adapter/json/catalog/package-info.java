/** The catalog as JSON. */
@NullMarked
package dev.tenure.adapter.json.catalog;

import org.jspecify.annotations.NullMarked;
