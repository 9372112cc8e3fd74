package dev.tenure.application.memory;

import dev.tenure.application.tenant.out.ApiKeyLookup;
import dev.tenure.domain.tenant.ApiKey;
import java.util.Optional;

/** Finds each key as it is. */
public final class InMemoryApiKeyLookup implements ApiKeyLookup {

    private final InMemoryStore store;

    public InMemoryApiKeyLookup(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<ApiKey> find(String keyId) {
        return new InMemoryTransactions(store).forInstallation(() -> new InMemoryApiKeyRepository(store).find(keyId));
    }

    @Override
    public void changed(String keyId) {
        // Nothing is cached.
    }
}
