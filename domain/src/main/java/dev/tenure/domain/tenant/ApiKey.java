package dev.tenure.domain.tenant;

import dev.tenure.domain.shared.Identifier;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.shared.Text;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A credential of one tenant's REST clients. Of the secret only its hash is kept; the key itself, {@code tnr_live_<id>_<secret>}, is
 * shown once, when it is made.
 */
public record ApiKey(
        String id,
        TenantId tenantId,
        String name,
        Set<Scope> scopes,
        String secretHash,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {

    public ApiKey {
        id = Identifier.checked("key id", id);
        name = Text.required("name", name, Text.LINE);
        scopes = Set.copyOf(scopes);
    }

    /** Whether the key still opens anything at this instant. */
    public boolean isUsableAt(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    /** The key without its use; revoking it again changes nothing. */
    public ApiKey revoked(Instant now) {
        return revokedAt != null ? this : new ApiKey(id, tenantId, name, scopes, secretHash, createdAt, expiresAt, now);
    }
}
