package dev.tenure.application.eventlog;

import dev.tenure.application.eventlog.in.ReadEvents;

/** The use cases of the event log. */
public record EventLogUseCases(ReadEvents read) {}
