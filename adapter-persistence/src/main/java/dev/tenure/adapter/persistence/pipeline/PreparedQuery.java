package dev.tenure.adapter.persistence.pipeline;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The text of a statement that jOOQ renders from the generated tables. Rendering a statement costs more than sending
 * it, so each is rendered once, at its first use.
 */
public final class PreparedQuery {

    private static final DSLContext POSTGRES = DSL.using(SQLDialect.POSTGRES);

    private final Supplier<? extends Query> query;
    private volatile @Nullable Rendering rendering;

    private PreparedQuery(Supplier<? extends Query> query) {
        this.query = query;
    }

    /** The statement of the query. Only the types of the query's parameters matter, not their values. */
    public static PreparedQuery of(Supplier<? extends Query> query) {
        return new PreparedQuery(query);
    }

    private record Rendering(String text, List<Class<?>> types, List<Field<?>> columns) {

        static Rendering of(Query query) {
            return new Rendering(
                    POSTGRES.render(query),
                    POSTGRES.extractParams(query).values().stream()
                            .filter(param -> !param.isInline())
                            .<Class<?>>map(Param::getType)
                            .toList(),
                    List.of(PreparedQuery.columns(query)));
        }
    }

    // Two threads may both render it, with the same result.
    private Rendering rendering() {
        Rendering known = rendering;
        if (known == null) {
            known = Rendering.of(query.get());
            rendering = known;
        }
        return known;
    }

    // For a select, fields() would qualify the columns as those of a derived table.
    private static Field<?>[] columns(Query query) {
        if (query instanceof Select<?> select) {
            return select.getSelect().toArray(Field<?>[]::new);
        }
        return query instanceof ResultQuery<?> rows ? rows.fields() : new Field<?>[0];
    }

    /**
     * The values of a row in the order of these columns.
     *
     * @throws IllegalArgumentException when the row has other columns, because one of them would not be written
     */
    public static List<@Nullable Object> values(List<Field<?>> columns, Map<Field<?>, @Nullable Object> row) {
        if (!row.keySet().equals(Set.copyOf(columns))) {
            throw new IllegalArgumentException("a row of %s for a statement of %s".formatted(row.keySet(), columns));
        }
        List<@Nullable Object> values = new ArrayList<>();
        columns.forEach(column -> values.add(row.get(column)));
        return values;
    }

    /** Placeholders for the values of these columns, in the order of the columns. */
    public static Map<Field<?>, Field<?>> places(List<Field<?>> columns) {
        Map<Field<?>, Field<?>> places = new LinkedHashMap<>();
        columns.forEach(column -> places.put(column, val(null, column)));
        return places;
    }

    /**
     * A statement that writes rows and returns one row for each, and that fails on the server when their number is not
     * the expected one. It has two more parameters after its own: the expected number, and the name of the failure, by
     * which {@link #isFailedCount} recognizes it.
     */
    public static PreparedQuery counted(Supplier<? extends ResultQuery<?>> writing) {
        return of(() -> counted(writing.get()));
    }

    private static Query counted(ResultQuery<?> writing) {
        Field<Integer> rows = DSL.field(selectCount().from(name("written")));
        Field<String> outcome = DSL.when(rows.eq(val(0)), inline("1")).otherwise(val(""));
        return POSTGRES.with(name("written").as(writing)).select(DSL.cast(outcome, SQLDataType.INTEGER));
    }

    /** Whether this is the failure of this name. */
    static boolean isFailedCount(DataAccessException failure, String called) {
        return "22P02".equals(failure.sqlState())
                && String.valueOf(failure.getMessage()).contains('"' + called + '"');
    }

    /** Whether the statement may change data. */
    boolean writes() {
        return !text().startsWith("select");
    }

    /** The columns of its rows. */
    List<Field<?>> columns() {
        return rendering().columns();
    }

    String text() {
        return rendering().text();
    }

    int parameters() {
        return rendering().types().size();
    }

    void bind(PreparedStatement statement, int before, List<? extends @Nullable Object> values) throws SQLException {
        List<Class<?>> types = rendering().types();
        if (values.size() != types.size()) {
            throw new IllegalArgumentException(
                    "%d values for %d parameters of %s".formatted(values.size(), types.size(), text()));
        }
        for (int i = 0; i < types.size(); i++) {
            bind(statement, before + i + 1, types.get(i), values.get(i));
        }
    }

    // The type of a parameter never depends on its value: the server prepares the statement again for other types.
    private static void bind(PreparedStatement statement, int place, Class<?> type, @Nullable Object value)
            throws SQLException {
        if (type == Long.class) {
            if (value == null) {
                statement.setNull(place, Types.BIGINT);
            } else {
                statement.setLong(place, (Long) value);
            }
        } else if (type == Integer.class) {
            if (value == null) {
                statement.setNull(place, Types.INTEGER);
            } else {
                statement.setInt(place, (Integer) value);
            }
        } else if (type == BigDecimal.class) {
            statement.setBigDecimal(place, (BigDecimal) value);
        } else if (type == String[].class) {
            statement.setArray(place, statement.getConnection().createArrayOf("text", (Object[]) value));
        } else if (type == Integer[].class) {
            statement.setArray(place, statement.getConnection().createArrayOf("int4", (Object[]) value));
        } else if (type == JSONB.class) {
            // The statement casts JSON and instants from text.
            statement.setString(place, value == null ? null : ((JSONB) value).data());
        } else if (type == String.class || type == Instant.class) {
            statement.setString(place, value == null ? null : value.toString());
        } else {
            throw new IllegalArgumentException("no parameters are of " + type);
        }
    }
}
