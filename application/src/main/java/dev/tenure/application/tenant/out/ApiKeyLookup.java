package dev.tenure.application.tenant.out;

import dev.tenure.domain.tenant.ApiKey;
import java.util.Optional;

/**
 * Finds the keys of requests: outside of a transaction, many times a second. Its results may be a second old, so a key
 * that was revoked elsewhere works for that time.
 */
public interface ApiKeyLookup {

    Optional<ApiKey> find(String keyId);

    /** The key was changed: the next find reads it again. */
    void changed(String keyId);
}
