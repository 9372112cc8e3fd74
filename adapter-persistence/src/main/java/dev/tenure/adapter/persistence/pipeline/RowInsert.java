package dev.tenure.adapter.persistence.pipeline;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.InsertOnDuplicateStep;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * An insert of any number of rows of one tenant, as two statements: for one row, with a parameter for each value, and
 * for several, as {@link RowArrays}. One row is the usual case when requests come from many tenants, and as arrays it
 * costs the server 50 % more.
 */
public final class RowInsert {

    private final List<Field<?>> columns;
    private final PreparedQuery one;
    private final PreparedQuery several;

    private RowInsert(List<Field<?>> columns, PreparedQuery one, PreparedQuery several) {
        this.columns = columns;
        this.one = one;
        this.several = several;
    }

    public static RowInsert into(Table<?> table, List<Field<?>> columns) {
        return into(table, columns, insert -> insert);
    }

    /** @param completed adds the rest of the statement, after the rows */
    public static <R extends Record> RowInsert into(
            Table<R> table, List<Field<?>> columns, Function<InsertOnDuplicateStep<R>, ? extends Query> completed) {
        return new RowInsert(
                columns,
                PreparedQuery.of(() -> completed.apply(one(table, columns))),
                PreparedQuery.of(() -> completed.apply(several(table, columns))));
    }

    /** As {@link #into(Table, List, Function)}, {@linkplain PreparedQuery#counted counted}. */
    public static <R extends Record> RowInsert counted(
            Table<R> table,
            List<Field<?>> columns,
            Function<InsertOnDuplicateStep<R>, ? extends ResultQuery<?>> completed) {
        return new RowInsert(
                columns,
                PreparedQuery.counted(() -> completed.apply(one(table, columns))),
                PreparedQuery.counted(() -> completed.apply(several(table, columns))));
    }

    private static <R extends Record> InsertOnDuplicateStep<R> one(Table<R> table, List<Field<?>> columns) {
        return insertInto(table)
                .columns(columns)
                .values(columns.stream()
                        .map(column -> cast(val(""), column.getDataType()))
                        .toList());
    }

    private static <R extends Record> InsertOnDuplicateStep<R> several(Table<R> table, List<Field<?>> columns) {
        return insertInto(table)
                .columns(columns)
                .select(RowArrays.ofColumns(columns).selected());
    }

    /** The statement for this number of rows. */
    public PreparedQuery of(List<? extends Map<Field<?>, @Nullable Object>> rows) {
        return rows.size() == 1 ? one : several;
    }

    /**
     * The parameters for these rows, for the statement of their number.
     *
     * @throws IllegalArgumentException when a row has other columns, because one of them would not be written
     */
    public @Nullable Object[] values(List<? extends Map<Field<?>, @Nullable Object>> rows) {
        return rows.size() == 1
                ? PreparedQuery.values(columns, rows.get(0)).stream()
                        .map(RowArrays::text)
                        .toArray()
                : RowArrays.ofColumns(columns, rows).values().toArray();
    }
}
