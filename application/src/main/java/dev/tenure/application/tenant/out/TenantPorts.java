package dev.tenure.application.tenant.out;

/**
 * The out-ports that the use cases of tenants need.
 *
 * @param apiKeyLookup finds the keys of callers, and may remember them for a while
 */
public record TenantPorts(TenantRepository tenants, ApiKeyRepository apiKeys, ApiKeyLookup apiKeyLookup) {}
