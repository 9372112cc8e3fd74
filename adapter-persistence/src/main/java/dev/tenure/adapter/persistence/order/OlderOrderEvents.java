package dev.tenure.adapter.persistence.order;

import static dev.tenure.adapter.persistence.generated.Tables.ORDER_EVENT;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.selectFrom;

import dev.tenure.adapter.persistence.event.StoredEvent;
import dev.tenure.adapter.persistence.event.StoredEvent.StoredFact;
import dev.tenure.adapter.persistence.pipeline.PreparedQuery;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.shared.out.Deferred;
import dev.tenure.domain.shared.Actor;
import dev.tenure.domain.shared.Stamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * Reads events that nodes of the release before the event log wrote. To be deleted when a migration has moved the last
 * of them.
 */
final class OlderOrderEvents {

    private static final PreparedQuery OF_ORDER = PreparedQuery.of(() -> selectFrom(ORDER_EVENT)
            .where(ORDER_EVENT.TENANT_ID.eq(""))
            .and(ORDER_EVENT.ORDER_ID.eq(""))
            .orderBy(ORDER_EVENT.SEQUENCE));

    private final JooqTransactions transactions;

    OlderOrderEvents(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    /** The events of an order; most of them are in the log, too. */
    Deferred<List<StoredEvent>> of(String orderId) {
        return transactions.query(
                OF_ORDER, rows -> rows.stream().map(OlderOrderEvents::event).toList(), transactions.tenant(), orderId);
    }

    private static StoredEvent event(Record row) {
        return new StoredEvent(
                row.get(ORDER_EVENT.ORDER_ID),
                row.get(ORDER_EVENT.SEQUENCE),
                row.get(ORDER_EVENT.TYPE),
                new Stamp(
                        row.get(ORDER_EVENT.AT),
                        new Actor(row.get(ORDER_EVENT.ACTOR)),
                        row.get(ORDER_EVENT.REQUEST_ID)),
                new StoredFact(row.get(ORDER_EVENT.PAYLOAD), null));
    }

    /** This field in the payload of the first event of each of these orders. */
    Map<String, Optional<String>> firstPayloads(Collection<String> orderIds, String name) {
        Map<String, Optional<String>> values = new HashMap<>();
        Field<@Nullable String> value = jsonbGetAttributeAsText(ORDER_EVENT.PAYLOAD, name);
        transactions
                .sql()
                .select(ORDER_EVENT.ORDER_ID, value)
                .from(ORDER_EVENT)
                .where(ORDER_EVENT.TENANT_ID.eq(transactions.tenant()))
                .and(ORDER_EVENT.ORDER_ID.eq(any(orderIds.toArray(String[]::new))))
                .and(ORDER_EVENT.SEQUENCE.eq(1L))
                .forEach(row -> values.put(row.value1(), Optional.ofNullable(row.value2())));
        return values;
    }
}
