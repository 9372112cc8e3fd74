package dev.tenure.application.tenant.in;

import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.OperatorOnly;
import dev.tenure.domain.tenant.Tenant;

/** Creates a tenant. */
@OperatorOnly
@FunctionalInterface
public interface CreateTenant {

    /**
     * The new tenant, with the usual settings in the given currency.
     *
     * @throws InvalidCommand {@code VALIDATION_ERROR} when a field is invalid
     * @throws Conflict {@code ALREADY_EXISTS} when the id is taken
     */
    Tenant create(CreateTenantCommand command);
}
