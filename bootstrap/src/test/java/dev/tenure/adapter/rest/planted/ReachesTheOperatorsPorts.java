package dev.tenure.adapter.rest.planted;

import dev.tenure.application.tenant.in.CreateTenant;

/** An adapter that serves strangers, and lets them make tenants. */
public record ReachesTheOperatorsPorts(CreateTenant createTenant) {}
