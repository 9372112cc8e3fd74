/**
 * What the log of every aggregate shares: an event, a gapless history, a reference to the aggregate, and what a fact
 * changed.
 */
@NullMarked
package dev.tenure.domain.event;

import org.jspecify.annotations.NullMarked;
