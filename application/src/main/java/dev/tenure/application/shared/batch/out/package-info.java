/** The store of idempotent responses, as an out-port. */
@NullMarked
package dev.tenure.application.shared.batch.out;

import org.jspecify.annotations.NullMarked;
