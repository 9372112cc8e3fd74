package dev.tenure.adapter.persistence.order;

import static dev.tenure.adapter.persistence.generated.Tables.ORDERS;

import dev.tenure.adapter.persistence.shared.JooqTransactions;
import dev.tenure.application.order.in.OrderView;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Record;

/**
 * Makes views of rows, and keeps those that were made lately: an order at one version is one thing for ever. The row is read each time;
 * what is spared is the taking apart of its JSON, half of what a list costs.
 */
final class RecentViews {

    private static final int MOST = 2_000;

    private final JooqTransactions transactions;
    private final Map<Key, OrderView> recent = new ConcurrentHashMap<>();

    RecentViews(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    /** Asked inside the transaction that read the row. */
    OrderView of(Record row) {
        if (transactions.hasWritten()) {
            // What it reads may be its own, and may never become a version.
            return view(row);
        }
        Key key = new Key(row.get(ORDERS.TENANT_ID), row.get(ORDERS.ORDER_ID), row.get(ORDERS.VERSION));
        OrderView known = recent.get(key);
        if (known != null) {
            return known;
        }
        OrderView view = view(row);
        if (recent.size() >= MOST) {
            recent.clear();
        }
        recent.put(key, view);
        return view;
    }

    private static OrderView view(Record row) {
        return OrderView.of(OrderMapping.state(row));
    }

    private record Key(String tenant, String orderId, long version) {}
}
