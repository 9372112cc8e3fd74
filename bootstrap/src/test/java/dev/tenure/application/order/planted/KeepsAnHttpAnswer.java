package dev.tenure.application.order.planted;

import java.util.Map;

/** Knows of an answer what only an adapter should. */
public record KeepsAnHttpAnswer(int statusCode, String contentType, Map<String, String> headers) {}
