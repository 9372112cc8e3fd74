package dev.tenure.adapter.persistence.pipeline;

import static dev.tenure.adapter.persistence.generated.Tables.TENANT;
import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Rows as one text array per column, so that one statement writes any number of them. The statement is the same for
 * every number of rows: the server plans it once, and no limit of parameters applies. The tenant of the rows is one
 * parameter after the arrays. An insert joins it from its table, the form that a distributed PostgreSQL runs as one
 * task.
 */
public final class RowArrays {

    private static final String ROWS = "given";

    private final List<Field<?>> columns;
    private final List<@Nullable String[]> arrays;
    private final @Nullable String tenant;

    private RowArrays(List<Field<?>> columns, List<@Nullable String[]> arrays, @Nullable String tenant) {
        this.columns = columns;
        this.arrays = arrays;
        this.tenant = tenant;
    }

    /** No rows, to render a statement for rows of these columns. */
    public static RowArrays ofColumns(List<Field<?>> columns) {
        return of(columns, List.of());
    }

    /** @param rows at least one, each with the same columns in the same order */
    public static RowArrays of(List<? extends Map<Field<?>, @Nullable Object>> rows) {
        return of(List.copyOf(rows.get(0).keySet()), rows);
    }

    /**
     * The rows for a statement of {@link #ofColumns} with the same columns.
     *
     * @throws IllegalArgumentException when a row has other columns, because one of them would not be written
     */
    public static RowArrays ofColumns(List<Field<?>> columns, List<? extends Map<Field<?>, @Nullable Object>> rows) {
        Set<Field<?>> wanted = Set.copyOf(columns);
        for (Map<Field<?>, @Nullable Object> row : rows) {
            if (!row.keySet().equals(wanted)) {
                throw new IllegalArgumentException(
                        "a row of %s for a statement of %s".formatted(row.keySet(), columns));
            }
        }
        return of(columns, rows);
    }

    private static RowArrays of(List<Field<?>> columns, List<? extends Map<Field<?>, @Nullable Object>> rows) {
        List<@Nullable String[]> arrays = new ArrayList<>();
        @Nullable String tenant = null;
        for (Field<?> column : columns) {
            if (isTenant(column)) {
                tenant = tenant(column, rows);
                continue;
            }
            @Nullable String[] texts = new String[rows.size()];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = text(rows.get(i).get(column));
            }
            arrays.add(texts);
        }
        return new RowArrays(columns, arrays, tenant);
    }

    private static boolean isTenant(Field<?> column) {
        return column.getName().equals(TENANT.TENANT_ID.getName());
    }

    private static @Nullable String tenant(Field<?> column, List<? extends Map<Field<?>, @Nullable Object>> rows) {
        @Nullable String tenant = rows.isEmpty() ? null : text(rows.get(0).get(column));
        for (Map<Field<?>, @Nullable Object> row : rows) {
            if (!String.valueOf(row.get(column)).equals(tenant)) {
                throw new IllegalArgumentException("rows of two tenants in one statement");
            }
        }
        return tenant;
    }

    /** The columns of the rows, except the tenant. */
    public List<Field<?>> columns() {
        return columns.stream().filter(column -> !isTenant(column)).toList();
    }

    /**
     * The parameters of a statement of {@link #ofColumns}: an array for each column, and the tenant if the rows have
     * one.
     */
    public List<Object> values() {
        List<Object> values = new ArrayList<>(arrays);
        if (tenant != null) {
            values.add(tenant);
        }
        return values;
    }

    /**
     * The rows as a table to join. It casts the parameters and not the columns, because a distributed update allows
     * only casts of parameters everywhere.
     */
    public Table<?> table() {
        List<Field<?>> given = columns();
        String places = String.join(
                ", ",
                IntStream.range(0, given.size()).mapToObj(i -> "{" + i + "}").toList());
        return DSL.table(
                        "unnest(" + places + ")",
                        IntStream.range(0, given.size())
                                .mapToObj(i -> array(arrays.get(i), given.get(i)))
                                .toArray(Field<?>[]::new))
                .as(ROWS, given.stream().map(Field::getName).toArray(String[]::new));
    }

    private static Field<?> array(@Nullable String[] texts, Field<?> column) {
        return cast(
                val(texts, SQLDataType.CLOB.getArrayDataType()),
                column.getDataType().getArrayDataType());
    }

    /** The value of this column in a row of {@link #table}. */
    public <T> Field<T> value(Field<T> column) {
        return field(name(ROWS, column.getName()), column.getDataType());
    }

    /** The rows as a select to insert from. */
    public Select<Record> selected() {
        return select(columns.stream()
                        .<Field<?>>map(column -> isTenant(column) ? TENANT.TENANT_ID : value(column))
                        .toList())
                .from(table(), TENANT)
                .where(TENANT.TENANT_ID.eq(""));
    }

    static @Nullable String text(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof JSONB json ? json.data() : value.toString();
    }
}
