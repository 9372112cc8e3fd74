package dev.tenure.application.order.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.VersionCondition;
import dev.tenure.application.shared.VersionMismatch;
import dev.tenure.domain.shared.Permission;
import java.util.Set;

/**
 * Checks that an order is at the version that a change expects. It is called in the transaction of the change, before
 * it, and locks the order until the transaction ends.
 */
@FunctionalInterface
public interface RequireOrderVersion {

    /** The caller needs one of these: edits and hand-overs both change orders. */
    Set<Permission> PERMISSIONS = Set.of(Permission.ORDERS_WRITE, Permission.SUBSCRIPTIONS_WRITE);

    /**
     * @throws NotFound when the tenant has no such order
     * @throws VersionMismatch {@code VERSION_MISMATCH}, with the current version and the changes since the expected one
     */
    void require(Caller caller, String orderId, VersionCondition condition);
}
