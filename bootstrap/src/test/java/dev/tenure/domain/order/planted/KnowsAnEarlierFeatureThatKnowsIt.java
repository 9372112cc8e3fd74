package dev.tenure.domain.order.planted;

import dev.tenure.domain.catalog.planted.KnowsALaterFeature;

/** One half of a cycle: the catalog's planted class knows this feature too. */
public record KnowsAnEarlierFeatureThatKnowsIt(KnowsALaterFeature other) {}
