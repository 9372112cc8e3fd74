package dev.tenure.application.tenant.in;

import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.OperatorOnly;
import dev.tenure.domain.tenant.ApiKey;

/** Creates an API key for a tenant's clients. */
@OperatorOnly
@FunctionalInterface
public interface CreateApiKey {

    /**
     * The key. Its secret is returned only here: only a hash of it is stored.
     *
     * @throws InvalidCommand {@code VALIDATION_ERROR} when a field is invalid
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
