package dev.tenure.adapter.cli.shared;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object under construction, its members in the order they were added. */
public final class JsonObject {

    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    /** Adds a member; null leaves it out. */
    public JsonObject with(String name, @Nullable Object value) {
        return value == null ? this : withNullable(name, value);
    }

    /** Adds a member; null is written as null. */
    public JsonObject withNullable(String name, @Nullable Object value) {
        members.put(name, value);
        return this;
    }

    Map<String, @Nullable Object> members() {
        return Collections.unmodifiableMap(members);
    }
}
