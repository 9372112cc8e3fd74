package dev.tenure.application.tenant.in;

import dev.tenure.domain.shared.Identifier;
import dev.tenure.domain.shared.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant starts with: the id that clients will send as {@code Tenant-ID}, a name (the id, if none) and an ISO
 * 4217 currency.
 */
public record CreateTenantCommand(
        @NotBlank @Size(max = Identifier.MAX_LENGTH) String id,
        @Size(max = Text.LINE) @Nullable String name,
        @NotBlank String currency) {}
