package dev.tenure.domain.event;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One field that a fact changed. Values are those of the model: text, numbers, booleans, enums, instants, money, a
 * whole line where one was added or removed, and free JSON in custom fields. Null is none.
 *
 * <p>Worked example: {@code items[1].quantity}, before 3, after 4.
 *
 * @param path the field as a client writes it: {@code customer.email}, {@code items[1].quantity}
 */
public record FieldChange(
        String path, @Nullable Object before, @Nullable Object after) {

    /** The change of this field; empty if the values are equal. */
    public static Stream<FieldChange> of(String path, @Nullable Object before, @Nullable Object after) {
        return Objects.equals(before, after) ? Stream.empty() : Stream.of(new FieldChange(path, before, after));
    }

    /** These changes in one list. */
    @SafeVarargs
    public static List<FieldChange> list(Stream<FieldChange>... changes) {
        Stream<FieldChange> all = Stream.empty();
        for (Stream<FieldChange> each : changes) {
            all = Stream.concat(all, each);
        }
        return all.toList();
    }
}
