package dev.tenure.application.memory;

import dev.tenure.application.tenant.out.ApiKeyRepository;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.tenant.ApiKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** API keys in memory. */
public final class InMemoryApiKeyRepository implements ApiKeyRepository {

    private final InMemoryStore store;

    public InMemoryApiKeyRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<ApiKey> find(String keyId) {
        store.requireInstallation();
        return store.apiKeys.get(keyId);
    }

    @Override
    public List<ApiKey> ofTenant(TenantId tenant) {
        store.requireInstallation();
        return store.apiKeys
                .all()
                .filter(key -> key.tenantId().equals(tenant))
                .sorted(Comparator.comparing(ApiKey::createdAt).thenComparing(ApiKey::id))
                .toList();
    }

    @Override
    public void insert(ApiKey key) {
        store.requireInstallation();
        if (store.apiKeys.contains(key.id())) {
            throw new IllegalStateException("there is an API key " + key.id() + " already");
        }
        store.apiKeys.put(key.id(), key);
    }

    @Override
    public void update(ApiKey key) {
        ApiKey found = find(key.id()).orElseThrow(() -> new IllegalStateException("there is no API key " + key.id()));
        ApiKey limited = found.limitedTo(key.requestsPerMinute());
        store.apiKeys.put(key.id(), key.revokedAt() == null ? limited : limited.revoked(key.revokedAt()));
    }
}
