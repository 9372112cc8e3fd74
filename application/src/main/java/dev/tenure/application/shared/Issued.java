package dev.tenure.application.shared;

/** A command and on whose behalf it is carried out. */
public record Issued<C>(Caller caller, C command) {}
