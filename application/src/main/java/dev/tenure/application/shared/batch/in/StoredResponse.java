package dev.tenure.application.shared.batch.in;

/** The response to a write, serialized by its adapter, so that the same request sent again gets the same response. */
public record StoredResponse(String text) {}
