package dev.tenure.application.tenant.in;

import dev.tenure.domain.shared.Permission;
import dev.tenure.domain.shared.Text;
import dev.tenure.domain.tenant.ApiKey;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tenant, the name, the permissions, the expiry (null: until revoked), and the limit of requests a minute (null:
 * any number).
 */
public record CreateApiKeyCommand(
        @NotBlank String tenantId,
        @NotBlank @Size(max = Text.LINE) String name,
        @NotEmpty Set<Permission> scopes,
        @Nullable Instant expiresAt,

        @Nullable @Min(1) @Max(ApiKey.MAX_REQUESTS_PER_MINUTE)
        Integer requestsPerMinute) {

    /** A key without a limit. */
    public CreateApiKeyCommand(String tenantId, String name, Set<Permission> scopes, @Nullable Instant expiresAt) {
        this(tenantId, name, scopes, expiresAt, null);
    }
}
