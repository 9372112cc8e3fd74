package dev.tenure.domain.catalog.planted;

import dev.tenure.domain.field.planted.StandsBesideTheCatalog;

/** The catalog that knows about custom fields, which stand beside it. */
public record KnowsAFeatureBesideIt(StandsBesideTheCatalog field) {}
