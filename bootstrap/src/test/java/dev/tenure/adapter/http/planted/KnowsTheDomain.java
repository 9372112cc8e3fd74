package dev.tenure.adapter.http.planted;

import dev.tenure.domain.shared.TenantId;

/** Breaks the rule that the server edge knows nothing of what it serves. */
public record KnowsTheDomain(TenantId value) {}
