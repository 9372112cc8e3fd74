package dev.tenure.application.shared.batch.in;

/** The response to a write, as the adapter that made it wrote it down, so that the same request sent again gets the same response. */
public record StoredResponse(String text) {}
