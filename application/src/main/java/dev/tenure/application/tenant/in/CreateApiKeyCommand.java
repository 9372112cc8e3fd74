package dev.tenure.application.tenant.in;

import dev.tenure.domain.shared.Text;
import dev.tenure.domain.tenant.Scope;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** For which tenant, under which name, with which rights, and until when (null: until revoked). */
public record CreateApiKeyCommand(
        @NotBlank String tenantId,
        @NotBlank @Size(max = Text.LINE) String name,
        @NotEmpty Set<Scope> scopes,
        @Nullable Instant expiresAt) {}
