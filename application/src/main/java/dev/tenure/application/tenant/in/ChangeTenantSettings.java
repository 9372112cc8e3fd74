package dev.tenure.application.tenant.in;

import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.OperatorOnly;
import dev.tenure.domain.tenant.Tenant;

/** Changes some of a tenant's settings; placed orders keep what they captured. */
@OperatorOnly
@FunctionalInterface
public interface ChangeTenantSettings {

    /**
     * The tenant after the change.
     *
     * @throws InvalidCommand {@code VALIDATION_ERROR} when a value is invalid, or the currency would change
     * @throws NotFound when there is no such tenant
     */
    Tenant change(ChangeTenantSettingsCommand command);
}
