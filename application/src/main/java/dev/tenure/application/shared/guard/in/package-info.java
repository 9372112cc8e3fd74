/** How a write is guarded. */
@NullMarked
package dev.tenure.application.shared.guard.in;

import org.jspecify.annotations.NullMarked;
