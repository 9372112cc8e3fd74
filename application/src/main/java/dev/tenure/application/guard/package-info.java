/** Writes that can be sent again, tied to a version, or tried out. */
@NullMarked
package dev.tenure.application.guard;

import org.jspecify.annotations.NullMarked;
