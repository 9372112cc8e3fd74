/** Writes that can be sent again, tied to a version, or tried out. */
@NullMarked
package dev.tenure.application.shared.guard;

import org.jspecify.annotations.NullMarked;
