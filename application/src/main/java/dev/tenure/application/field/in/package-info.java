/** The in-ports of the custom fields. */
@NullMarked
package dev.tenure.application.field.in;

import org.jspecify.annotations.NullMarked;
