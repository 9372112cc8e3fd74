package dev.tenure.application.tenant.out;

import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.tenant.ApiKey;
import java.util.List;
import java.util.Optional;

/** Keeps the API keys. They are looked up before the tenant is known, so they belong to the installation. */
public interface ApiKeyRepository {

    Optional<ApiKey> find(String keyId);

    /** Every key of the tenant, oldest first. */
    List<ApiKey> ofTenant(TenantId tenant);

    void insert(ApiKey key);

    /** Writes the revocation of a key; the rest of a key never changes. */
    void update(ApiKey key);
}
