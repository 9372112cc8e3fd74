package dev.tenure.application.bulk.in;

import dev.tenure.application.order.in.OrderQuery;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.shared.Caller;
import dev.tenure.domain.shared.Permission;
import java.util.Iterator;
import java.util.List;

/** Gives out every order that a query matches, however many there are. */
@FunctionalInterface
public interface ExportOrders {

    /** What its caller must be allowed. */
    Permission PERMISSION = Permission.ORDERS_READ;

    /** So many orders are read at a time. */
    int PAGE = 200;

    /**
     * The orders, page by page, in the order that the query wants; the first page may be empty. Each {@code next()} is a short
     * transaction of its own, and between two nothing is held. As with the list, an order that is changed meanwhile may move where the
     * query sorts by what changes; sorted by time of creation or id each order comes once.
     */
    Iterator<List<OrderView>> export(Caller caller, OrderQuery query);
}
