package dev.tenure.application.tenant.out;

import dev.tenure.domain.tenant.ApiKey;
import java.util.Optional;

/**
 * Finds keys as requests present them: outside of a transaction, many times a second. What it finds may be a second old, so a key that was
 * revoked elsewhere works as long as that.
 */
public interface ApiKeyLookup {

    Optional<ApiKey> find(String keyId);

    /** The key was changed: the next find sees it as it is now. */
    void changed(String keyId);
}
