package dev.tenure.adapter.cli.planted;

import dev.tenure.adapter.http.limits.Quota;

/** Breaks the rule that the server edge is for who serves over HTTP. */
public record KnowsTheServerEdge(Quota value) {}
