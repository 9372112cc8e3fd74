/** How a write is guarded. */
@NullMarked
package dev.tenure.application.shared.batch.in;

import org.jspecify.annotations.NullMarked;
