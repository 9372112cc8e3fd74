package dev.tenure.adapter.rest.planted;

import dev.tenure.bootstrap.Main;

/** An adapter that reaches for the wiring. */
public record KnowsTheBootstrap(Class<Main> main) {}
