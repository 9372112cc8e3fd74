package dev.tenure.application.shared.batch;

import dev.tenure.application.shared.Caller;

/** A command and its caller. */
public record CommandEnvelope<C>(Caller caller, C command) {}
