package dev.tenure.adapter.persistence.shared;

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
    private final Table<?> table;

    private RowArrays(List<Field<?>> columns, Table<?> table) {
        this.columns = columns;
        this.table = table;
    }

    /** @param rows at least one, each with the same columns in the same order */
    public static RowArrays of(List<? extends Map<Field<?>, @Nullable Object>> rows) {
        List<Field<?>> columns = List.copyOf(rows.get(0).keySet());
        List<Field<?>> arrays = new ArrayList<>();
        for (Field<?> column : columns) {
            @Nullable String[] texts = new String[rows.size()];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = text(rows.get(i).get(column));
            }
            arrays.add(val(texts, SQLDataType.CLOB.getArrayDataType()));
        }
        String places = String.join(
                ", ",
                IntStream.range(0, columns.size()).mapToObj(i -> "{" + i + "}").toList());
        String[] names = columns.stream().map(Field::getName).toArray(String[]::new);
        return new RowArrays(
                columns,
                DSL.table("unnest(" + places + ")", arrays.toArray(Field<?>[]::new))
                        .as(ROWS, names));
    }

    /** The columns that the rows have. */
    public List<Field<?>> columns() {
        return Collections.unmodifiableList(columns);
    }

    /** The rows, to join with. */
    public Table<?> table() {
        return table;
    }

    /** The value of this column in a row of {@link #table}. */
    public <T> Field<T> value(Field<T> column) {
        return cast(field(name(ROWS, column.getName()), String.class), column.getDataType());
    }

    /** The rows, to insert. */
    public Select<Record> selected() {
        return select(columns.stream().<Field<?>>map(this::value).toList()).from(table);
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
