package dev.tenure.domain.catalog.planted;

import dev.tenure.domain.order.planted.UsesEverythingForbidden;

/** The catalog that knows about orders. */
public record KnowsALaterFeature(UsesEverythingForbidden order) {}
