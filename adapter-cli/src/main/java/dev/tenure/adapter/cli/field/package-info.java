/** Commands of custom field definitions. */
@NullMarked
package dev.tenure.adapter.cli.field;

import org.jspecify.annotations.NullMarked;
