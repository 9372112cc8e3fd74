package dev.tenure.adapter.persistence.pipeline;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
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
 * Rows as one array of text per column, to write any number of them in one statement. The statement is the same for every number of
 * rows, so the server plans it once, and there is no limit of parameters.
 */
public final class RowArrays {

    private static final String ROWS = "given";

    private final List<Field<?>> columns;
    private final List<@Nullable String[]> arrays;

    private RowArrays(List<Field<?>> columns, List<@Nullable String[]> arrays) {
        this.columns = columns;
        this.arrays = arrays;
    }

    /** No rows, to write a statement once that is for rows of these columns. */
    public static RowArrays ofColumns(List<Field<?>> columns) {
        return of(columns, List.of());
    }

    /** @param rows at least one, each with the same columns in the same order */
    public static RowArrays of(List<? extends Map<Field<?>, @Nullable Object>> rows) {
        return of(List.copyOf(rows.get(0).keySet()), rows);
    }

    /**
     * The rows for a statement of {@link #ofColumns} of the same columns.
     *
     * @throws IllegalArgumentException when a row has others, one of which would not be written
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
        for (Field<?> column : columns) {
            @Nullable String[] texts = new String[rows.size()];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = text(rows.get(i).get(column));
            }
            arrays.add(texts);
        }
        return new RowArrays(columns, arrays);
    }

    /** The columns that the rows have. */
    public List<Field<?>> columns() {
        return Collections.unmodifiableList(columns);
    }

    /** The values of the rows, for a statement of {@link #ofColumns}: an array for each column. */
    public List<Object> values() {
        return List.copyOf(arrays);
    }

    /** The rows, to join with. */
    public Table<?> table() {
        String places = String.join(
                ", ",
                IntStream.range(0, columns.size()).mapToObj(i -> "{" + i + "}").toList());
        return DSL.table(
                        "unnest(" + places + ")",
                        arrays.stream()
                                .map(texts -> val(texts, SQLDataType.CLOB.getArrayDataType()))
                                .toArray(Field<?>[]::new))
                .as(ROWS, columns.stream().map(Field::getName).toArray(String[]::new));
    }

    /** The value of this column in a row of {@link #table}. */
    public <T> Field<T> value(Field<T> column) {
        return cast(field(name(ROWS, column.getName()), String.class), column.getDataType());
    }

    /** The rows, to insert. */
    public Select<Record> selected() {
        return select(columns.stream().<Field<?>>map(this::value).toList()).from(table());
    }

    private static @Nullable String text(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof JSONB json ? json.data() : value.toString();
    }
}
