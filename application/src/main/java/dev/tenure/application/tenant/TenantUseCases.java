package dev.tenure.application.tenant;

import dev.tenure.application.tenant.in.AuthenticateKey;
import dev.tenure.application.tenant.in.ChangeTenantSettings;
import dev.tenure.application.tenant.in.CreateApiKey;
import dev.tenure.application.tenant.in.CreateTenant;
import dev.tenure.application.tenant.in.FindApiKeys;
import dev.tenure.application.tenant.in.FindOwnTenant;
import dev.tenure.application.tenant.in.FindTenants;
import dev.tenure.application.tenant.in.LimitApiKey;
import dev.tenure.application.tenant.in.RevokeApiKey;

/** The use cases of tenants and their API keys. */
public record TenantUseCases(
        CreateTenant create,
        FindTenants find,
        FindOwnTenant findOwn,
        ChangeTenantSettings changeSettings,
        CreateApiKey createApiKey,
        FindApiKeys findApiKeys,
        LimitApiKey limitApiKey,
        RevokeApiKey revokeApiKey,
        AuthenticateKey authenticateKey) {}
