package dev.tenure.domain.field.planted;

/** A part of the feature that the catalog may not know. */
public record StandsBesideTheCatalog(String id) {}
