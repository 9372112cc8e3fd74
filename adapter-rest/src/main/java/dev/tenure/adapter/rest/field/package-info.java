/** Routes of custom field definitions. */
@NullMarked
package dev.tenure.adapter.rest.field;

import org.jspecify.annotations.NullMarked;
