package dev.tenure.application.tenant.in;

import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.OperatorOnly;
import dev.tenure.domain.tenant.ApiKey;

/**
 * Revokes an API key, at once in this process and within a second in others. Revoking a revoked key changes nothing.
 */
@OperatorOnly
@FunctionalInterface
public interface RevokeApiKey {

    /** @throws NotFound when there is no such key */
    ApiKey revoke(String keyId);
}
