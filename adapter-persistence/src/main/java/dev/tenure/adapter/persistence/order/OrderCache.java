package dev.tenure.adapter.persistence.order;

import static dev.tenure.adapter.persistence.generated.Tables.ORDERS;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.order.in.OrderView;
import java.util.Optional;
import org.jooq.JSONB;
import org.jooq.Record;

/**
 * Makes views of rows, and caches them by version: an order never changes at a version. The version is read each time;
 * the cache saves the transfer of the row and the parsing of its JSON, which are most of the cost of a list.
 */
final class OrderCache {

    private static final long MAX_BYTES = 12L << 20;

    /** Estimated memory of a view: a fixed part, and a multiple of the length of its JSON. */
    private static final int BYTES_PER_VIEW = 1_500;

    private static final int BYTES_PER_LETTER = 3;

    private final JooqTransactions transactions;
    private final Cache<Key, Cached> cache = Caffeine.newBuilder()
            .maximumWeight(MAX_BYTES)
            .weigher((Key key, Cached cached) -> cached.bytes())
            .executor(Runnable::run)
            .build();

    OrderCache(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    /** Whether nothing is cached, as in a process that serves one request. */
    boolean isEmpty() {
        return cache.asMap().isEmpty();
    }

    /** The order, if it is cached at this version. */
    Optional<OrderView> cached(String tenant, String orderId, long version) {
        return transactions.hasWritten()
                ? Optional.empty()
                : Optional.ofNullable(cache.getIfPresent(new Key(tenant, orderId)))
                        .map(Cached::view)
                        .filter(view -> view.version() == version);
    }

    /** The view of a row that is likely to be read again; to be called in the transaction that read the row. */
    OrderView of(Record row) {
        return cached(row).orElseGet(() -> {
            OrderView view = view(row);
            // A transaction that wrote may read its own changes, which a rollback would discard.
            if (!transactions.hasWritten()) {
                cache.put(new Key(row.get(ORDERS.TENANT_ID), row.get(ORDERS.ORDER_ID)), new Cached(view, bytes(row)));
            }
            return view;
        });
    }

    /** The view of a row that is read once, such as a single order or one deep in a list; it evicts no other. */
    OrderView ofPassing(Record row) {
        return cached(row).orElseGet(() -> view(row));
    }

    private Optional<OrderView> cached(Record row) {
        return cached(row.get(ORDERS.TENANT_ID), row.get(ORDERS.ORDER_ID), row.get(ORDERS.VERSION));
    }

    private static OrderView view(Record row) {
        return OrderView.of(OrderMapping.state(row));
    }

    private static int bytes(Record row) {
        int letters = 0;
        for (Object value : row.intoArray()) {
            letters += value instanceof JSONB json ? json.data().length() : 0;
        }
        return BYTES_PER_VIEW + BYTES_PER_LETTER * letters;
    }

    private record Cached(OrderView view, int bytes) {}

    private record Key(String tenant, String orderId) {}
}
