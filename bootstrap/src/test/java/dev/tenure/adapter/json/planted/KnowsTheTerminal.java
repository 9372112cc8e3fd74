package dev.tenure.adapter.json.planted;

import dev.tenure.adapter.cli.Installation;

/** JSON that drives a terminal. */
public record KnowsTheTerminal(Installation installation) {}
