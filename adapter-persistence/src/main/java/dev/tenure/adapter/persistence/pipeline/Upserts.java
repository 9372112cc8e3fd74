package dev.tenure.adapter.persistence.pipeline;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Inserts that update an existing row. */
public final class Upserts {

    private Upserts() {}

    /** Sets the columns to the values of the insert, except those of the key: no update may set the tenant. */
    public static Map<Field<?>, Field<?>> excluded(Collection<? extends Field<?>> columns, List<Field<?>> key) {
        Map<Field<?>, Field<?>> changes = new LinkedHashMap<>();
        columns.stream()
                .filter(column -> !key.contains(column))
                .forEach(column -> changes.put(column, DSL.excluded(column)));
        return changes;
    }
}
