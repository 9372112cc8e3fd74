package dev.tenure.application.tenant.in;

import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.OperatorOnly;
import dev.tenure.domain.tenant.ApiKey;
import org.jspecify.annotations.Nullable;

/** Sets how many requests a minute a key may make, or removes that limit. */
@OperatorOnly
@FunctionalInterface
public interface LimitApiKey {

    /**
     * The key with its new limit. A running server follows within ten seconds.
     *
     * @param requestsPerMinute 1 to {@value ApiKey#MAX_REQUESTS_PER_MINUTE}; null for any number
     * @throws InvalidCommand {@code VALIDATION_ERROR} when the limit is out of range
     * @throws NotFound when there is no such key
     */
    ApiKey limit(String keyId, @Nullable Integer requestsPerMinute);
}
