package dev.tenure.domain.tenant;

import dev.tenure.domain.shared.Identifier;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.Permission;
import dev.tenure.domain.shared.SharedError;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.shared.Text;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A credential of one tenant's REST clients. Only the hash of the secret is stored; the key itself,
 * {@code tnr_live_<id>_<secret>}, is shown once, when it is created.
 *
 * @param requestsPerMinute how often it may be used, 1 to {@value #MAX_REQUESTS_PER_MINUTE}; null for any number
 */
public record ApiKey(
        String id,
        TenantId tenantId,
        String name,
        Set<Permission> scopes,
        String secretHash,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Integer requestsPerMinute) {

    public static final int MAX_REQUESTS_PER_MINUTE = 1_000_000;

    /** @throws InvalidValue {@code VALIDATION_ERROR} when the name is invalid, or the limit is out of range */
    public ApiKey {
        id = Identifier.checked("key id", id);
        name = Text.required("name", name, Text.LINE);
        scopes = Set.copyOf(scopes);
        if (requestsPerMinute != null && (requestsPerMinute < 1 || requestsPerMinute > MAX_REQUESTS_PER_MINUTE)) {
            throw new InvalidValue(
                    SharedError.VALIDATION_ERROR,
                    "requests per minute are 1 to %d, not %d".formatted(MAX_REQUESTS_PER_MINUTE, requestsPerMinute),
                    Map.of("field", "requestsPerMinute", "max", MAX_REQUESTS_PER_MINUTE, "given", requestsPerMinute));
        }
    }

    /** Whether the key is valid at this instant. */
    public boolean isUsableAt(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    /** The revoked key; revoking it again changes nothing. */
    public ApiKey revoked(Instant now) {
        return revokedAt != null
                ? this
                : new ApiKey(id, tenantId, name, scopes, secretHash, createdAt, expiresAt, now, requestsPerMinute);
    }

    /**
     * The key with this limit; null removes it.
     *
     * @throws InvalidValue {@code VALIDATION_ERROR} when the limit is out of range
     */
    public ApiKey limitedTo(@Nullable Integer newRequestsPerMinute) {
        return new ApiKey(
                id, tenantId, name, scopes, secretHash, createdAt, expiresAt, revokedAt, newRequestsPerMinute);
    }
}
