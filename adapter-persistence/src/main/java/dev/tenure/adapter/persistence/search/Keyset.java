package dev.tenure.adapter.persistence.search;

import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.shared.Slice;
import dev.tenure.application.shared.Slice.Position;
import dev.tenure.application.shared.out.Deferred;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SelectConditionStep;
import org.jooq.SelectSeekStepN;
import org.jspecify.annotations.Nullable;

/**
 * The sort order of a list: these columns, all in one direction. So one comparison with the end of the last page starts
 * the next one, and one index serves both directions.
 */
public final class Keyset {

    private final List<Key<?>> keys;
    private final boolean descending;

    private Keyset(List<Key<?>> keys, boolean descending) {
        this.keys = keys;
        this.descending = descending;
    }

    public static Keyset ascending(List<Key<?>> keys) {
        return new Keyset(keys, false);
    }

    public static Keyset descending(List<Key<?>> keys) {
        return new Keyset(keys, true);
    }

    /** A column of the sort order, and the exact text of its values in a position. */
    public record Key<T>(Field<T> field, Function<T, String> print, Function<String, T> parse) {

        public static Key<String> text(Field<String> field) {
            return new Key<>(field, Function.identity(), Function.identity());
        }

        public static Key<Instant> instant(Field<Instant> field) {
            return new Key<>(field, Instant::toString, Instant::parse);
        }

        public static Key<Long> number(Field<Long> field) {
            return new Key<>(field, String::valueOf, Long::valueOf);
        }

        public static Key<Integer> integer(Field<Integer> field) {
            return new Key<>(field, String::valueOf, Integer::valueOf);
        }

        private String valueIn(Record row) {
            return print.apply(row.get(field));
        }
    }

    /** The page of the query's rows that begins after this position. */
    public <R extends Record, T> Slice<T> slice(
            SelectConditionStep<R> query, int limit, @Nullable Position after, Function<? super R, T> mapping) {
        SelectSeekStepN<R> ordered = ordered(query);
        Result<R> rows = after == null
                ? ordered.limit(limit + 1).fetch()
                : ordered.seek(values(after)).limit(limit + 1).fetch();
        return page(rows, limit, mapping);
    }

    /** The first page of the query's rows, as a deferred result. */
    public <T> Deferred<Slice<T>> first(
            JooqTransactions transactions,
            SelectConditionStep<? extends Record> query,
            int limit,
            Function<Record, T> mapping) {
        return transactions.query(ordered(query).limit(limit + 1), rows -> page(rows, limit, mapping));
    }

    private <R extends Record> SelectSeekStepN<R> ordered(SelectConditionStep<R> query) {
        return query.orderBy(keys.stream().<OrderField<?>>map(this::ordered).toList());
    }

    private <R extends Record, T> Slice<T> page(List<R> rows, int limit, Function<? super R, T> mapping) {
        boolean more = rows.size() > limit;
        List<R> page = more ? rows.subList(0, limit) : rows;
        return new Slice<>(page.stream().map(mapping).toList(), more ? position(page.get(limit - 1)) : null);
    }

    /** The columns of the sort order. */
    public List<Field<?>> columns() {
        return keys.stream().<Field<?>>map(Key::field).toList();
    }

    private OrderField<?> ordered(Key<?> key) {
        return descending ? key.field().desc() : key.field().asc();
    }

    private Object[] values(Position after) {
        if (after.values().size() != keys.size()) {
            throw new IllegalArgumentException("a position of %d values in a list by %d columns"
                    .formatted(after.values().size(), keys.size()));
        }
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            values.add(keys.get(i).parse().apply(after.values().get(i)));
        }
        return values.toArray();
    }

    private Position position(Record row) {
        return new Position(keys.stream().map(key -> key.valueIn(row)).toList());
    }
}
