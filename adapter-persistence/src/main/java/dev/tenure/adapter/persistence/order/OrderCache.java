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
 * Makes views of rows, and caches them by version: an order at one version never changes. Its version is read each time; what the cache
 * saves is sending its row and parsing its JSON, most of what a list costs.
 */
final class OrderCache {

    private static final long MAX_BYTES = 12L << 20;

    /** What a view takes beside its JSON, and how often the JSON's length: in objects it takes more than as text. */
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

    /** Whether nothing is cached, as in a process that ends with its first answer. */
    boolean isEmpty() {
        return cache.asMap().isEmpty();
    }

    /** The order at this version, where it is cached at that. */
    Optional<OrderView> cached(String tenant, String orderId, long version) {
        return transactions.hasWritten()
                ? Optional.empty()
                : Optional.ofNullable(cache.getIfPresent(new Key(tenant, orderId)))
                        .map(Cached::view)
                        .filter(view -> view.version() == version);
    }

    /** The view of a row that is likely to be read again; asked inside the transaction that read it. */
    OrderView of(Record row) {
        return cached(row).orElseGet(() -> {
            OrderView view = view(row);
            // What a transaction that wrote reads may be its own, and may never become a version.
            if (!transactions.hasWritten()) {
                cache.put(new Key(row.get(ORDERS.TENANT_ID), row.get(ORDERS.ORDER_ID)), new Cached(view, bytes(row)));
            }
            return view;
        });
    }

    /** The view of a row that is read once, as one order and those deep in a list are, so that it takes nobody's place. */
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
