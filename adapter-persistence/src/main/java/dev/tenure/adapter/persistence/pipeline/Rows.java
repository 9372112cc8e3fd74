package dev.tenure.adapter.persistence.pipeline;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a statement by the position of each column, because two tables may have columns of one name. */
final class Rows {

    private static final DSLContext POSTGRES = DSL.using(SQLDialect.POSTGRES);

    private Rows() {}

    static List<Record> read(ResultSet rows, List<Field<?>> columns) throws SQLException {
        Field<?>[] fields = columns.toArray(Field<?>[]::new);
        List<Record> records = new ArrayList<>();
        while (rows.next()) {
            Record record = POSTGRES.newRecord(fields);
            for (int i = 0; i < fields.length; i++) {
                set(record, fields[i], value(rows, i + 1, fields[i].getType()));
            }
            records.add(record);
        }
        return records;
    }

    @SuppressWarnings("unchecked") // The value has the type of the column.
    private static <T> void set(Record record, Field<T> column, @Nullable Object value) {
        record.set(column, (T) value);
    }

    private static @Nullable Object value(ResultSet rows, int place, Class<?> type) throws SQLException {
        if (type == String.class) {
            return rows.getString(place);
        }
        if (type == JSONB.class) {
            return JSONB.jsonbOrNull(rows.getString(place));
        }
        if (type == BigDecimal.class) {
            return rows.getBigDecimal(place);
        }
        if (type == Instant.class) {
            OffsetDateTime at = rows.getObject(place, OffsetDateTime.class);
            return at == null ? null : at.toInstant();
        }
        if (type == Long.class) {
            return orNull(rows, rows.getLong(place));
        }
        if (type == Integer.class) {
            return orNull(rows, rows.getInt(place));
        }
        if (type == Boolean.class) {
            return orNull(rows, rows.getBoolean(place));
        }
        if (type.isArray()) {
            Array array = rows.getArray(place);
            return array == null ? null : array.getArray();
        }
        throw new IllegalArgumentException("no columns are of " + type);
    }

    private static @Nullable Object orNull(ResultSet rows, Object value) throws SQLException {
        return rows.wasNull() ? null : value;
    }
}
