package dev.tenure.domain.planted;

/** Stands in a package that no line of the features names. */
public record BelongsToNoFeature(String name) {}
