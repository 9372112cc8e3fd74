package dev.tenure.adapter.persistence.order;

import static dev.tenure.adapter.persistence.generated.Tables.ORDER_FACET;
import static dev.tenure.adapter.persistence.generated.Tables.TENANT;
import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import dev.tenure.adapter.persistence.pipeline.PreparedQuery;
import dev.tenure.adapter.persistence.search.SuffixIndex;
import dev.tenure.adapter.persistence.search.SuffixIndex.Named;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.customer.out.CustomerFinding;
import dev.tenure.application.order.out.OrderFinding;
import dev.tenure.application.shared.Folding;
import dev.tenure.application.shared.SearchText;
import dev.tenure.domain.event.Event;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderFact;
import dev.tenure.domain.order.OrderItem;
import dev.tenure.domain.order.OrderState;
import dev.tenure.domain.shared.CustomFields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The search index of orders: facets, and the names in them. Every write of an order updates it. */
final class OrderIndex {

    static final String SKU = "sku";

    /** The start of any part of an imported id. */
    static final String ID = "id";

    /** The end of an id, reversed. */
    static final String ID_END = "id-end";

    private static final String FIELD = "field:";
    private static final PreparedQuery FACETS_WRITTEN = PreparedQuery.of(() -> facetsWritten());

    private final JooqTransactions transactions;
    private final SuffixIndex suffixes;

    OrderIndex(JooqTransactions transactions) {
        this.transactions = transactions;
        this.suffixes = new SuffixIndex(transactions);
    }

    static String ofField(String fieldId) {
        return FIELD + fieldId;
    }

    static String backwards(String id) {
        return new StringBuilder(id).reverse().toString();
    }

    /** Adds these orders to the index. */
    void added(Collection<OrderState> orders) {
        List<FacetRow> facets = new ArrayList<>();
        orders.forEach(order -> facets(order).forEach(facet -> facets.add(new FacetRow(facet, order))));
        Set<Named> named = new LinkedHashSet<>();
        orders.forEach(order -> named.addAll(names(order)));
        write(facets, List.copyOf(named));
    }

    /** Updates the index after the changes of an order. */
    void changed(Order order) {
        OrderState state = order.state();
        Set<Facet> added = new LinkedHashSet<>();
        Set<Facet> removed = new LinkedHashSet<>();
        boolean renamed = false;
        for (Event<OrderFact> event : order.changes()) {
            OrderFact fact = event.fact();
            if (fact instanceof OrderFact.ItemAdded item) {
                added.add(new Facet(SKU, item.item().sku().value()));
                renamed = true;
            } else if (fact instanceof OrderFact.ItemRemoved item) {
                removed.add(new Facet(SKU, item.item().sku().value()));
            } else if (fact instanceof OrderFact.CustomFieldsReplaced fields) {
                removed.addAll(facets(fields.before()));
                added.addAll(facets(fields.after()));
            } else if (fact instanceof OrderFact.CustomerEdited) {
                renamed = true;
            }
        }
        Set<Facet> left = facets(state);
        removed.removeAll(left);
        added.retainAll(left);
        remove(state, removed);
        if (!added.isEmpty() || renamed) {
            write(added.stream().map(facet -> new FacetRow(facet, state)).toList(), names(state));
        }
    }

    private static Query facetsWritten() {
        Field<String[]> texts = val(new String[0], SQLDataType.CLOB.getArrayDataType());
        Field<Instant[]> instants = cast(texts, SQLDataType.INSTANT.getArrayDataType());
        Table<?> facets = table("unnest({0}, {1}, {2}, {3})", texts, texts, instants, texts)
                .as("facets", "facet", "term", "created_at", "order_id");
        return insertInto(ORDER_FACET)
                .columns(
                        ORDER_FACET.TENANT_ID,
                        ORDER_FACET.FACET,
                        ORDER_FACET.TERM,
                        ORDER_FACET.CREATED_AT,
                        ORDER_FACET.ORDER_ID)
                .select(select(
                                TENANT.TENANT_ID,
                                field(name("facets", "facet"), String.class),
                                field(name("facets", "term"), String.class),
                                field(name("facets", "created_at"), SQLDataType.INSTANT),
                                field(name("facets", "order_id"), String.class))
                        .from(facets, TENANT)
                        .where(TENANT.TENANT_ID.eq("")))
                .onConflictDoNothing();
    }

    private void write(List<FacetRow> facets, List<Named> named) {
        if (!facets.isEmpty()) {
            transactions.write(
                    FACETS_WRITTEN,
                    texts(facets, row -> row.facet().facet()),
                    texts(facets, row -> row.facet().term()),
                    texts(facets, row -> row.order().createdAt().toString()),
                    texts(facets, row -> row.order().id().value()),
                    transactions.tenant());
        }
        suffixes.write(suffixes.unknown(named));
    }

    private void remove(OrderState order, Set<Facet> facets) {
        if (!facets.isEmpty()) {
            transactions
                    .sql()
                    .deleteFrom(ORDER_FACET)
                    .where(ORDER_FACET.TENANT_ID.eq(transactions.tenant()))
                    .and(row(ORDER_FACET.FACET, ORDER_FACET.TERM)
                            .in(facets.stream()
                                    .map(facet -> row(facet.facet(), facet.term()))
                                    .toList()))
                    .and(ORDER_FACET.CREATED_AT.eq(order.createdAt()))
                    .and(ORDER_FACET.ORDER_ID.eq(order.id().value()))
                    .execute();
        }
    }

    private static Set<Facet> facets(OrderState order) {
        Set<Facet> facets = new LinkedHashSet<>();
        order.items().forEach(item -> facets.add(new Facet(SKU, item.sku().value())));
        facets.addAll(facets(order.remarks().customFields()));
        String id = order.id().value();
        String body = SearchText.bodyOf(Folding.fold(id), OrderFinding.ID_PREFIX);
        facets.add(new Facet(ID_END, backwards(body)));
        for (String part : SearchText.partsOf(body)) {
            // The primary key finds the ids that were made here.
            if (!id.equals(OrderFinding.ID_PREFIX + part)) {
                facets.add(new Facet(ID, part));
            }
        }
        return facets;
    }

    private static Set<Facet> facets(@Nullable CustomFields fields) {
        Set<Facet> facets = new LinkedHashSet<>();
        OrderFinding.terms(fields).forEach((id, term) -> facets.add(new Facet(ofField(id), term)));
        return facets;
    }

    private static List<Named> names(OrderState order) {
        Set<Named> named = new LinkedHashSet<>();
        named.add(new Named(
                SuffixIndex.CUSTOMER,
                order.buyer().customerId().value(),
                CustomerFinding.namesAndPhone(order.buyer().profile())));
        for (OrderItem item : order.items()) {
            named.add(new Named(
                    SuffixIndex.SKU, item.sku().value(), List.of(item.variant().productName())));
        }
        return List.copyOf(named);
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    private record Facet(String facet, String term) {}

    private record FacetRow(Facet facet, OrderState order) {}
}
