package dev.tenure.adapter.rest.planted;

import dev.tenure.adapter.cli.Installation;

/** An adapter that drives another adapter. */
public record KnowsAnotherAdapter(Installation installation) {}
