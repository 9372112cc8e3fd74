package dev.tenure.adapter.persistence.order;

import static dev.tenure.adapter.persistence.generated.Tables.ORDERS;
import static dev.tenure.adapter.persistence.generated.Tables.ORDER_FACET;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectFrom;

import dev.tenure.adapter.persistence.order.OrderSources.Part;
import dev.tenure.adapter.persistence.search.IndexChoice;
import dev.tenure.adapter.persistence.search.IndexChoice.Source;
import dev.tenure.adapter.persistence.search.Keyset;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.order.in.OrderQuery;
import dev.tenure.application.order.in.OrderQuery.Sort;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.order.out.OrderQueries;
import dev.tenure.application.shared.Slice;
import dev.tenure.application.shared.Slice.Position;
import dev.tenure.application.shared.SortDirection;
import dev.tenure.application.shared.out.Deferred;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.shared.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Reads orders for views; every sort and every filter has an index. */
public final class JooqOrderQueries implements OrderQueries {

    private static final Keyset.Key<Instant> CREATED_AT = Keyset.Key.instant(ORDERS.CREATED_AT);
    private static final Keyset.Key<String> ORDER_ID = Keyset.Key.text(ORDERS.ORDER_ID);

    private final JooqTransactions transactions;
    private final OrderCache cache;
    private final OrdersById byId;
    private final int most;

    public JooqOrderQueries(JooqTransactions transactions) {
        this(transactions, IndexChoice.MOST);
    }

    /** @param most the highest number of rows that {@link IndexChoice} treats as rare */
    public JooqOrderQueries(JooqTransactions transactions, int most) {
        this.transactions = transactions;
        this.cache = new OrderCache(transactions);
        this.byId = new OrdersById(transactions, cache);
        this.most = most;
    }

    @Override
    public Optional<OrderView> find(TenantId tenant, OrderId id) {
        return byId.find(tenant, id);
    }

    /**
     * Reads in sort order if no filter can be rare, or none of them is; otherwise from the index of the rarest filter.
     * A list of the newest orders with one filter has an index of its own.
     *
     * <p>For a first page in sort order, which clients request often, it reads only the versions, and then the orders
     * that are not cached at these versions.
     */
    @Override
    public Slice<OrderView> list(TenantId tenant, OrderQuery query, int limit, @Nullable Position after) {
        Supplier<Slice<OrderView>> page = transactions.forTenant(tenant, () -> {
            OrderSources sources = new OrderSources(transactions, query.filter(), most);
            List<Part> parts = parts(sources, query);
            if (after == null && !cache.isEmpty() && isInOrderOfOrders(parts, query)) {
                Deferred<Slice<Seen>> seen =
                        keyset(query).first(transactions, seen(sources, parts, query), limit, Seen::of);
                return () -> shown(tenant, seen.get()).orElseGet(() -> whole(tenant, query, limit));
            }
            Slice<OrderView> read = read(sources, parts, query, limit, after);
            return () -> read;
        });
        return page.get();
    }

    /** Reads a first page again after one of its orders changed between the read of its version and its own. */
    private Slice<OrderView> whole(TenantId tenant, OrderQuery query, int limit) {
        return transactions.forTenant(tenant, () -> {
            OrderSources sources = new OrderSources(transactions, query.filter(), most);
            return read(sources, parts(sources, query), query, limit, null);
        });
    }

    private Optional<Slice<OrderView>> shown(TenantId tenant, Slice<Seen> seen) {
        Map<String, OrderView> read = byId.ofPage(
                tenant,
                seen.rows().stream()
                        .filter(order -> order.in(cache, tenant).isEmpty())
                        .map(Seen::orderId)
                        .toList());
        List<OrderView> shown = seen.rows().stream()
                .flatMap(order -> order
                        .in(cache, tenant)
                        .or(() -> Optional.ofNullable(read.get(order.orderId()))
                                .filter(view -> view.version() == order.version()))
                        .stream())
                .toList();
        return shown.size() == seen.rows().size() ? Optional.of(new Slice<>(shown, seen.next())) : Optional.empty();
    }

    private SelectConditionStep<? extends Record> seen(OrderSources sources, List<Part> parts, OrderQuery query) {
        Set<Field<?>> columns = new LinkedHashSet<>(List.of(ORDERS.ORDER_ID, ORDERS.VERSION));
        columns.addAll(keyset(query).columns());
        return select(columns)
                .from(ORDERS)
                .where(ORDERS.TENANT_ID.eq(transactions.tenant()))
                .and(sources.placed(ORDERS.CREATED_AT, query, null))
                .and(all(parts));
    }

    /** An order on a page, with its current version. */
    private record Seen(String orderId, long version) {

        static Seen of(Record row) {
            return new Seen(row.get(ORDERS.ORDER_ID), row.get(ORDERS.VERSION));
        }

        Optional<OrderView> in(OrderCache cache, TenantId tenant) {
            return cache.cached(tenant.value(), orderId, version);
        }
    }

    private Slice<OrderView> read(
            OrderSources sources, List<Part> parts, OrderQuery query, int limit, @Nullable Position after) {
        if (isInOrder(parts, query)) {
            return inOrder(sources, parts, query, limit, after);
        }
        transactions.planEachTime();
        parts.addAll(sources.ofSearch());
        IndexChoice choice = new IndexChoice(transactions, most);
        Optional<Source> smallest = choice.smallest(
                parts.stream().flatMap(part -> Stream.ofNullable(part.source())).toList());
        return smallest.isPresent()
                ? keyset(query)
                        .slice(
                                orders(sources, parts, query, after).and(choice.in(ORDERS.ORDER_ID, smallest.get())),
                                limit,
                                after,
                                view(after))
                : inOrder(sources, parts, query, limit, after);
    }

    private static List<Part> parts(OrderSources sources, OrderQuery query) {
        List<Part> parts = new ArrayList<>(sources.parts());
        if (query.sort() != Sort.CREATED_AT && sources.hasTimes()) {
            parts.add(sources.ofTimes());
        }
        return parts;
    }

    private static boolean isInOrder(List<Part> parts, OrderQuery query) {
        return query.filter().search() == null && isServedInOrder(parts, query.sort());
    }

    private static boolean isInOrderOfOrders(List<Part> parts, OrderQuery query) {
        return isInOrder(parts, query) && parts.stream().allMatch(part -> part.facet() == null);
    }

    private static boolean isServedInOrder(List<Part> parts, Sort sort) {
        return parts.isEmpty() || (parts.size() == 1 && parts.get(0).inOrder().contains(sort));
    }

    private Slice<OrderView> inOrder(
            OrderSources sources, List<Part> parts, OrderQuery query, int limit, @Nullable Position after) {
        Optional<Part> facet = query.sort() == Sort.CREATED_AT
                ? parts.stream().filter(part -> part.facet() != null).findFirst()
                : Optional.empty();
        if (facet.isEmpty()) {
            return keyset(query).slice(orders(sources, parts, query, after), limit, after, view(after));
        }
        List<Part> others =
                parts.stream().filter(part -> !part.equals(facet.get())).toList();
        return ofFacet(query).slice(ordersOf(facet.get(), sources, others, query, after), limit, after, view(after));
    }

    private Function<Record, OrderView> view(@Nullable Position after) {
        return after == null ? cache::of : cache::ofPassing;
    }

    private SelectConditionStep<? extends Record> orders(
            OrderSources sources, List<Part> parts, OrderQuery query, @Nullable Position after) {
        return transactions
                .sql()
                .selectFrom(ORDERS)
                .where(ORDERS.TENANT_ID.eq(transactions.tenant()))
                .and(sources.placed(ORDERS.CREATED_AT, query, after))
                .and(all(parts));
    }

    /** The orders of a facet, looked up one by one in the order of its index. */
    private SelectConditionStep<? extends Record> ordersOf(
            Part facet, OrderSources sources, List<Part> others, OrderQuery query, @Nullable Position after) {
        Table<?> order = lateral(selectFrom(ORDERS)
                        .where(ORDERS.TENANT_ID.eq(transactions.tenant()))
                        .and(ORDERS.ORDER_ID.eq(ORDER_FACET.ORDER_ID))
                        .limit(inline(1)))
                .as(ORDERS.getName());
        return transactions
                .sql()
                .select(ORDERS.fields())
                .from(ORDER_FACET)
                .crossJoin(order)
                .where(ORDER_FACET.TENANT_ID.eq(transactions.tenant()))
                .and(facet.facet())
                .and(sources.placed(ORDER_FACET.CREATED_AT, query, after))
                .and(all(others));
    }

    private static Condition all(List<Part> parts) {
        return and(parts.stream().map(Part::condition).toList());
    }

    private static Keyset ofFacet(OrderQuery query) {
        List<Keyset.Key<?>> keys =
                List.of(Keyset.Key.instant(ORDER_FACET.CREATED_AT), Keyset.Key.text(ORDER_FACET.ORDER_ID));
        return query.direction() == SortDirection.ASC ? Keyset.ascending(keys) : Keyset.descending(keys);
    }

    private static Keyset keyset(OrderQuery query) {
        List<Keyset.Key<?>> keys =
                switch (query.sort()) {
                    case CREATED_AT -> List.of(CREATED_AT, ORDER_ID);
                    case UPDATED_AT -> List.of(Keyset.Key.instant(ORDERS.UPDATED_AT), CREATED_AT, ORDER_ID);
                    case ORDER_ID -> List.of(ORDER_ID);
                    case STATUS -> List.of(Keyset.Key.text(ORDERS.STATUS), CREATED_AT, ORDER_ID);
                    case TOTAL -> List.of(Keyset.Key.number(ORDERS.TOTAL_RANK), CREATED_AT, ORDER_ID);
                };
        return query.direction() == SortDirection.ASC ? Keyset.ascending(keys) : Keyset.descending(keys);
    }
}
