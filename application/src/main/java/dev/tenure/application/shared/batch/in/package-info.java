/** The in-ports of idempotent writes. */
@NullMarked
package dev.tenure.application.shared.batch.in;

import org.jspecify.annotations.NullMarked;
