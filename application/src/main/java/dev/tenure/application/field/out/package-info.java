/** Where the definitions of custom fields are stored. */
@NullMarked
package dev.tenure.application.field.out;

import org.jspecify.annotations.NullMarked;
