package dev.tenure.domain.order;

import dev.tenure.domain.shared.Stamp;

/** A fact in the life of one order, with its place in it: sequences start at 1 and have no gap. */
public record OrderEvent(long sequence, Stamp stamp, OrderFact fact) {}
