package dev.tenure.application.order.in.planted;

import dev.tenure.application.shared.Caller;
import dev.tenure.domain.shared.Permission;

/** An in-port as it should be, for {@code AsksForNoPermission} to do wrong. */
public interface NamesAPermission {

    Permission PERMISSION = Permission.ORDERS_READ;

    void read(Caller caller);
}
