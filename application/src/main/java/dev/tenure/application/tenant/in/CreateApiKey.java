package dev.tenure.application.tenant.in;

import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.OperatorOnly;
import dev.tenure.domain.tenant.ApiKey;

/** Makes an API key for a tenant's clients. */
@OperatorOnly
@FunctionalInterface
public interface CreateApiKey {

    /**
     * The key. This is the only time its secret is seen: only a hash of it is stored.
     *
     * @throws InvalidCommand {@code VALIDATION_ERROR} when a field is unusable
     * @throws NotFound when there is no such tenant
     */
    Created create(CreateApiKeyCommand command);

    /**
     * What is stored, and the key itself.
     *
     * @param key for example {@code tnr_live_06a0…_k3jf…}, sent as {@code Authorization: Bearer <key>}
     */
    record Created(ApiKey apiKey, String key) {}
}
