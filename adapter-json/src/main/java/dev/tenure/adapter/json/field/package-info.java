/** The JSON of custom field definitions. */
@NullMarked
package dev.tenure.adapter.json.field;

import org.jspecify.annotations.NullMarked;
