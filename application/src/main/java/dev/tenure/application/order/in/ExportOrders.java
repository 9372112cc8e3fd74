package dev.tenure.application.order.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.domain.shared.Permission;
import java.util.Iterator;
import java.util.List;

/** Exports every order that a query matches, for any number of orders. */
@FunctionalInterface
public interface ExportOrders {

    /** The permission that its caller needs. */
    Permission PERMISSION = Permission.ORDERS_READ;

    /** The number of orders per read. */
    int PAGE = 200;

    /**
     * The orders, page by page, in the sort order of the query; the first page may be empty. Each {@code next()} is a
     * short transaction of its own, and nothing is held between two of them. As in the list, an order that changes
     * meanwhile may move if the query sorts by what changes; sorted by time of creation or id each order appears once.
     */
    Iterator<List<OrderView>> export(Caller caller, OrderQuery query);
}
