package dev.tenure.adapter.persistence.order;

import static dev.tenure.adapter.persistence.generated.Tables.ORDERS;

import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.order.in.OrderView;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Record;

/**
 * Makes views of rows, and keeps those that were made lately: an order at one version is one thing for ever. Its version is read each
 * time; what is spared is the sending of its row and the taking apart of its JSON, most of what a list costs.
 */
final class RecentViews {

    private static final int MOST = 1_000;

    private final JooqTransactions transactions;
    private final Map<Key, OrderView> recent = new ConcurrentHashMap<>();

    RecentViews(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    /** Whether nothing was seen lately, as in a process that ends with its first answer. */
    boolean areNone() {
        return recent.isEmpty();
    }

    /** The order at this version, where it was seen at that last. */
    Optional<OrderView> lately(String tenant, String orderId, long version) {
        return transactions.hasWritten()
                ? Optional.empty()
                : Optional.ofNullable(recent.get(new Key(tenant, orderId))).filter(view -> view.version() == version);
    }

    /** The view of a row that is likely to be read again; asked inside the transaction that read it. */
    OrderView of(Record row) {
        return lately(row).orElseGet(() -> {
            OrderView view = view(row);
            // What a transaction that wrote reads may be its own, and may never become a version.
            if (!transactions.hasWritten()) {
                keep(new Key(row.get(ORDERS.TENANT_ID), row.get(ORDERS.ORDER_ID)), view);
            }
            return view;
        });
    }

    /** The view of a row that is read once, as one order and those deep in a list are, so that it takes nobody's place. */
    OrderView ofPassing(Record row) {
        return lately(row).orElseGet(() -> view(row));
    }

    private Optional<OrderView> lately(Record row) {
        return lately(row.get(ORDERS.TENANT_ID), row.get(ORDERS.ORDER_ID), row.get(ORDERS.VERSION));
    }

    private static OrderView view(Record row) {
        return OrderView.of(OrderMapping.state(row));
    }

    private void keep(Key key, OrderView view) {
        if (recent.size() >= MOST) {
            recent.clear();
        }
        recent.put(key, view);
    }

    private record Key(String tenant, String orderId) {}
}
