/** How a write is guarded. */
@NullMarked
package dev.tenure.application.guard.in;

import org.jspecify.annotations.NullMarked;
