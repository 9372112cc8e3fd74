package dev.tenure.adapter.persistence.event;

import static dev.tenure.adapter.persistence.generated.Tables.EVENT;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.selectFrom;

import dev.tenure.adapter.persistence.event.StoredEvent.StoredFact;
import dev.tenure.adapter.persistence.pipeline.PreparedQuery;
import dev.tenure.adapter.persistence.pipeline.RowInsert;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.shared.out.Deferred;
import dev.tenure.domain.shared.Actor;
import dev.tenure.domain.shared.Stamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * The events of the aggregates of one type, in the log that all types share. The application can't change or delete
 * them.
 */
public final class JooqEventLog {

    private static final List<Field<?>> COLUMNS = List.of(
            EVENT.TENANT_ID,
            EVENT.AGGREGATE_TYPE,
            EVENT.AGGREGATE_ID,
            EVENT.SEQUENCE,
            EVENT.TYPE,
            EVENT.AT,
            EVENT.ACTOR,
            EVENT.REQUEST_ID,
            EVENT.PAYLOAD,
            EVENT.PERSONAL);

    private static final RowInsert APPENDED = RowInsert.into(EVENT, COLUMNS);

    private static final PreparedQuery OF_AGGREGATE = PreparedQuery.of(() -> selectFrom(EVENT)
            .where(EVENT.TENANT_ID.eq(""))
            .and(EVENT.AGGREGATE_TYPE.eq(""))
            .and(EVENT.AGGREGATE_ID.eq(""))
            .orderBy(EVENT.SEQUENCE));

    private final JooqTransactions transactions;
    private final String aggregateType;

    public JooqEventLog(JooqTransactions transactions, String aggregateType) {
        this.transactions = transactions;
        this.aggregateType = aggregateType;
    }

    /** Appends the events, with the commit at the latest. */
    public void append(List<StoredEvent> events) {
        if (!events.isEmpty()) {
            List<Map<Field<?>, @Nullable Object>> rows =
                    events.stream().map(this::row).toList();
            transactions.write(APPENDED.of(rows), APPENDED.values(rows));
        }
    }

    private Map<Field<?>, @Nullable Object> row(StoredEvent event) {
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        row.put(EVENT.TENANT_ID, transactions.tenant());
        row.put(EVENT.AGGREGATE_TYPE, aggregateType);
        row.put(EVENT.AGGREGATE_ID, event.aggregateId());
        row.put(EVENT.SEQUENCE, event.sequence());
        row.put(EVENT.TYPE, event.type());
        row.put(EVENT.AT, event.stamp().at());
        row.put(EVENT.ACTOR, event.stamp().by().value());
        row.put(EVENT.REQUEST_ID, event.stamp().requestId());
        row.put(EVENT.PAYLOAD, event.fact().payload());
        row.put(EVENT.PERSONAL, event.fact().personal());
        return row;
    }

    /** The history of an aggregate, in sequence. */
    public Deferred<List<StoredEvent>> of(String aggregateId) {
        return transactions.query(
                OF_AGGREGATE,
                rows -> rows.stream().map(JooqEventLog::event).toList(),
                transactions.tenant(),
                aggregateType,
                aggregateId);
    }

    private static StoredEvent event(Record row) {
        return new StoredEvent(
                row.get(EVENT.AGGREGATE_ID),
                row.get(EVENT.SEQUENCE),
                row.get(EVENT.TYPE),
                new Stamp(row.get(EVENT.AT), new Actor(row.get(EVENT.ACTOR)), row.get(EVENT.REQUEST_ID)),
                new StoredFact(row.get(EVENT.PAYLOAD), row.get(EVENT.PERSONAL)));
    }

    /** The value of this field in the payload of the first event of each of these aggregates. */
    public Map<String, Optional<String>> firstPayloads(Collection<String> aggregateIds, String name) {
        Map<String, Optional<String>> values = new HashMap<>();
        Field<@Nullable String> value = jsonbGetAttributeAsText(EVENT.PAYLOAD, name);
        transactions
                .sql()
                .select(EVENT.AGGREGATE_ID, value)
                .from(EVENT)
                .where(EVENT.TENANT_ID.eq(transactions.tenant()))
                .and(EVENT.AGGREGATE_TYPE.eq(aggregateType))
                .and(EVENT.AGGREGATE_ID.eq(any(aggregateIds.toArray(String[]::new))))
                .and(EVENT.SEQUENCE.eq(1L))
                .forEach(row -> values.put(row.value1(), Optional.ofNullable(row.value2())));
        return values;
    }
}
