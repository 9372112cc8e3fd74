package dev.tenure.application.field.in;

import dev.tenure.application.order.in.RequireOrderVersion;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.VersionCondition;
import dev.tenure.application.shared.VersionMismatch;
import dev.tenure.domain.shared.Permission;

/**
 * Checks that a custom field's definition is at the version that a change expects, as {@link RequireOrderVersion} does
 * for orders.
 */
@FunctionalInterface
public interface RequireFieldVersion {

    /** The permission that its caller needs. */
    Permission PERMISSION = Permission.SETTINGS_WRITE;

    /** @throws VersionMismatch {@code VERSION_MISMATCH}, also when there is no such definition */
    void require(Caller caller, String fieldId, VersionCondition condition);
}
