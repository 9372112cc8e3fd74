package dev.tenure.adapter.persistence.order;

import static dev.tenure.adapter.persistence.generated.Tables.ORDERS;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectFrom;

import dev.tenure.adapter.persistence.shared.JooqTransactions;
import dev.tenure.adapter.persistence.shared.RenderedSql;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.shared.Gathering;
import dev.tenure.application.shared.out.Asked;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.shared.TenantId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.Record;

/** Reads orders by their ids: whole, or by their versions where they were seen lately. */
final class OrdersById {

    private static final RenderedSql WHOLE = RenderedSql.of(
            () -> selectFrom(ORDERS).where(ORDERS.TENANT_ID.eq("")).and(ORDERS.ORDER_ID.eq(any(new String[0]))));

    private static final RenderedSql VERSIONS = RenderedSql.of(() -> select(ORDERS.ORDER_ID, ORDERS.VERSION)
            .from(ORDERS)
            .where(ORDERS.TENANT_ID.eq(""))
            .and(ORDERS.ORDER_ID.eq(any(new String[0]))));

    private final JooqTransactions transactions;
    private final RecentViews views;
    private final Gathering<TenantId, OrderId, Optional<OrderView>> reads = new Gathering<>(this::found);

    OrdersById(JooqTransactions transactions, RecentViews views) {
        this.transactions = transactions;
        this.views = views;
    }

    /** The order, read with those that others look for at the same time; in a transaction alone, which may see what others do not. */
    Optional<OrderView> find(TenantId tenant, OrderId id) {
        return transactions.isUnderWay() ? found(tenant, List.of(id)).get(0).get() : reads.run(tenant, id);
    }

    /** Those of these orders that there are, each by its id and read whole. */
    Map<String, OrderView> whole(TenantId tenant, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return transactions.forTenant(tenant, () -> orders(ids)).get();
    }

    private List<Supplier<Optional<OrderView>>> found(TenantId tenant, List<OrderId> ids) {
        Set<String> unknown = ids.stream().map(OrderId::value).collect(toSet());
        Set<String> lately = unknown.stream()
                .filter(id -> views.lately(tenant.value(), id).isPresent())
                .collect(toSet());
        unknown.removeAll(lately);
        Answers answers = transactions.forTenant(tenant, () -> new Answers(orders(unknown), versions(lately)));
        Map<String, OrderView> found = new HashMap<>(answers.orders().get());
        Set<String> changed = new HashSet<>();
        answers.versions().get().forEach((id, version) -> views.lately(tenant.value(), id, version)
                .ifPresentOrElse(view -> found.put(id, view), () -> changed.add(id)));
        found.putAll(whole(tenant, changed));
        return ids.stream()
                .<Supplier<Optional<OrderView>>>map(id -> () -> Optional.ofNullable(found.get(id.value())))
                .toList();
    }

    private Asked<Map<String, OrderView>> orders(Collection<String> ids) {
        return ask(WHOLE, ids, views::of);
    }

    private Asked<Map<String, Long>> versions(Collection<String> ids) {
        return ask(VERSIONS, ids, row -> row.get(ORDERS.VERSION));
    }

    private <T> Asked<Map<String, T>> ask(RenderedSql statement, Collection<String> ids, Function<Record, T> reader) {
        return ids.isEmpty()
                ? Asked.answered(Map.of())
                : transactions.ask(
                        statement,
                        rows -> rows.stream().collect(toMap(row -> row.get(ORDERS.ORDER_ID), reader)),
                        transactions.tenant(),
                        ids.toArray(String[]::new));
    }

    private record Answers(Asked<Map<String, OrderView>> orders, Asked<Map<String, Long>> versions) {}
}
