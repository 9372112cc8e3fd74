package dev.tenure.adapter.persistence.pipeline;

import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Field;

/** Settings of a transaction that are not sent yet. */
final class PendingSettings {

    private static final Map<List<String>, PreparedQuery> QUERIES = new ConcurrentHashMap<>();

    private final Map<String, String> values = new LinkedHashMap<>();

    void put(String name, String value) {
        values.put(name, value);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    void clear() {
        values.clear();
    }

    /** The statement that sets all of them, with {@link #values} as its parameters. */
    PreparedQuery query() {
        return QUERIES.computeIfAbsent(List.copyOf(values.keySet()), PendingSettings::query);
    }

    private static PreparedQuery query(List<String> names) {
        return PreparedQuery.of(
                () -> select(names.stream().map(PendingSettings::set).toList()));
    }

    private static Field<String> set(String name) {
        return function("set_config", String.class, inline(name), val(""), inline(true));
    }

    List<String> values() {
        return List.copyOf(values.values());
    }

    /** A statement for each setting. */
    List<String> literals() {
        return values.entrySet().stream()
                .map(setting -> "set local %s = '%s'"
                        .formatted(setting.getKey(), setting.getValue().replace("'", "''")))
                .toList();
    }
}
