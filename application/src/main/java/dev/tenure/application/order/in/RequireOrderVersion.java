package dev.tenure.application.order.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.VersionCondition;
import dev.tenure.application.shared.VersionMismatch;
import dev.tenure.domain.shared.Permission;
import java.util.Set;

/**
 * Ties a change to the version of the order that it builds on. Called in the transaction of the change and before it: the order is then
 * held until that ends, so nobody comes in between.
 */
@FunctionalInterface
public interface RequireOrderVersion {

    /** One of these its caller must be allowed: orders are changed by edits, and by handing their units over. */
    Set<Permission> PERMISSIONS = Set.of(Permission.ORDERS_WRITE, Permission.SUBSCRIPTIONS_WRITE);

    /**
     * @throws NotFound when the tenant has no such order
     * @throws VersionMismatch {@code VERSION_MISMATCH}, with the current version and what changed since the one that was named
     */
    void require(Caller caller, String orderId, VersionCondition condition);
}
