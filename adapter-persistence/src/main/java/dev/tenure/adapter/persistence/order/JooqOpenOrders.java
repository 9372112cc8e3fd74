package dev.tenure.adapter.persistence.order;

import static dev.tenure.adapter.persistence.generated.Tables.ORDERS;
import static dev.tenure.adapter.persistence.generated.Tables.ORDER_FACET;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.unnest;

import dev.tenure.adapter.persistence.shared.Words;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.catalog.out.OpenOrders;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.order.OrderStatus;
import java.util.Collection;
import java.util.Set;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** Finds open orders by the SKU facet; orders of earlier releases have none until the search backfill reaches them. */
public final class JooqOpenOrders implements OpenOrders {

    private static final String[] OPEN =
            OrderStatus.open().stream().map(Words::word).toArray(String[]::new);

    private final JooqTransactions transactions;

    public JooqOpenOrders(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Set<Sku> of(Collection<Sku> variantSkus) {
        Table<?> wanted = unnest(variantSkus.stream().map(Sku::value).toArray(String[]::new))
                .as("wanted", "sku");
        Field<String> sku = wanted.field(name("sku"), SQLDataType.VARCHAR);
        return transactions
                .sql()
                .selectDistinct(sku)
                .from(wanted)
                .where(exists(indexed(sku)).or(exists(notIndexedYet(sku))))
                .fetch(sku)
                .stream()
                .map(Sku::new)
                .collect(toUnmodifiableSet());
    }

    // Newest first: the newest orders are the most likely to be open.
    private Select<?> indexed(Field<String> sku) {
        return selectOne()
                .from(ORDER_FACET)
                .join(ORDERS)
                .on(ORDERS.TENANT_ID.eq(transactions.tenant()))
                .and(ORDERS.ORDER_ID.eq(ORDER_FACET.ORDER_ID))
                .where(ORDER_FACET.TENANT_ID.eq(transactions.tenant()))
                .and(ORDER_FACET.FACET.eq("sku"))
                .and(ORDER_FACET.TERM.eq(sku))
                .and(ORDERS.STATUS.in(OPEN))
                .orderBy(ORDER_FACET.CREATED_AT.desc())
                .limit(1);
    }

    // A partial index contains only these orders, few or none.
    private Select<?> notIndexedYet(Field<String> sku) {
        return selectOne()
                .from(ORDERS)
                .where(ORDERS.TENANT_ID.eq(transactions.tenant()))
                .and(ORDERS.SEARCH_TEXT.isNull())
                .and(ORDERS.STATUS.in(OPEN))
                .and("{0} @> jsonb_build_array(jsonb_build_object('sku', {1}))", ORDERS.ITEMS, sku);
    }
}
