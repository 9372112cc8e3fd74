package dev.tenure.domain.tenant;

import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.SharedError;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.shared.Text;
import java.time.Instant;

/**
 * One business that uses the installation: its own catalog, customers, orders and settings, and one currency that never
 * changes.
 */
public record Tenant(TenantId id, String name, TenantSettings settings, Instant createdAt) {

    public Tenant {
        name = Text.required("name", name, Text.LINE);
    }

    /** @throws InvalidValue {@code VALIDATION_ERROR} when the currency would change: prices are never converted */
    public Tenant with(TenantSettings changed) {
        if (!changed.currency().equals(settings.currency())) {
            throw new InvalidValue(
                    SharedError.VALIDATION_ERROR,
                    "the currency of a tenant cannot change: it is %s".formatted(settings.currency()));
        }
        return new Tenant(id, name, changed, createdAt);
    }
}
