package dev.tenure.application.shared.batch;

import dev.tenure.application.shared.Caller;

/** A command and on whose behalf it is executed. */
public record CommandEnvelope<C>(Caller caller, C command) {}
