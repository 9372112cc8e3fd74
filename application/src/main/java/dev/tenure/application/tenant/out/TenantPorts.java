package dev.tenure.application.tenant.out;

/**
 * What the use cases of tenants need from outside.
 *
 * @param apiKeyLookup finds the keys of callers, and may remember them for a while
 */
public record TenantPorts(TenantRepository tenants, ApiKeyRepository apiKeys, ApiKeyLookup apiKeyLookup) {}
