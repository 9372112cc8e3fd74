package dev.tenure.application.tenant.out;

import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.tenant.ApiKey;
import java.util.List;
import java.util.Optional;

/** Stores the API keys. They are looked up before the tenant is known, so they belong to the installation. */
public interface ApiKeyRepository {

    Optional<ApiKey> find(String keyId);

    /** Every key of the tenant, oldest first. */
    List<ApiKey> ofTenant(TenantId tenant);

    void insert(ApiKey key);

    /**
     * Writes the limit and the revocation of a key; the rest of a key never changes. A revocation is never undone, not
     * even by a key that was read before it.
     */
    void update(ApiKey key);
}
