package dev.tenure.adapter.json.shared;

import dev.tenure.application.shared.Change;
import dev.tenure.application.shared.Entry;
import dev.tenure.application.shared.FieldError;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.domain.shared.SharedError;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a JSON object by name and type. A field of the wrong type is recorded as an error, under its path
 * as the client wrote it, and read as null, so that one pass finds every error. Absent and null are the same, except
 * for {@link #change}. Whether a field is required is checked by the command.
 */
public final class JsonFields {

    private final Map<String, @Nullable Object> values;
    private final String path;
    private final List<FieldError> errors;

    private JsonFields(Map<String, @Nullable Object> values) {
        this(values, "", new ArrayList<>());
    }

    /** The fields of an object that the reader made. */
    @SuppressWarnings("unchecked") // The reader makes no other maps.
    public static JsonFields of(Map<?, ?> object) {
        return new JsonFields((Map<String, @Nullable Object>) object);
    }

    private JsonFields(Map<String, @Nullable Object> values, String path, List<FieldError> errors) {
        this.values = values;
        this.path = path;
        this.errors = errors;
    }

    /** The errors of this object and of the objects in it. */
    List<FieldError> errors() {
        return errors;
    }

    public boolean has(String name) {
        return values.get(name) != null;
    }

    /**
     * The change of the field: unchanged if it is absent, cleared if it is null, otherwise the result of {@code read}.
     * One that can't be read is an error, and unchanged.
     *
     * <p>Example: {@code fields.change("notes", fields::text)}.
     */
    public <T> Change<T> change(String name, Function<String, ? extends @Nullable T> read) {
        if (!values.containsKey(name)) {
            return Change.unchanged();
        }
        if (values.get(name) == null) {
            return Change.cleared();
        }
        T value = read.apply(name);
        return value == null ? Change.unchanged() : Change.to(value);
    }

    /** Whether the field is an object, if it may be something else. */
    public boolean hasObject(String name) {
        return values.get(name) instanceof Map<?, ?>;
    }

    /** The names of all fields, in the order in which they were written. */
    public List<String> names() {
        return List.copyOf(values.keySet());
    }

    /** Records an error for this field. */
    public void refuse(String name, String code, String message) {
        note(name, code, message);
    }

    public @Nullable String text(String name) {
        return read(name, String.class, "text");
    }

    public boolean flag(String name) {
        return Boolean.TRUE.equals(read(name, Boolean.class, "true or false"));
    }

    /** A number without a fraction; {@code 5.0} is one. */
    public @Nullable Integer integer(String name) {
        BigDecimal number = read(name, BigDecimal.class, "a whole number");
        return number == null || refused(name, JsonNumbers.objectionToInteger(number)) ? null : number.intValueExact();
    }

    public @Nullable BigDecimal decimal(String name) {
        BigDecimal number = read(name, BigDecimal.class, "a number");
        return number == null || refused(name, JsonNumbers.objectionToDecimal(number)) ? null : number;
    }

    private boolean refused(String name, JsonNumbers.@Nullable Objection objection) {
        if (objection != null) {
            note(name, objection.code(), objection.message());
        }
        return objection != null;
    }

    /** One of the words of an enum, in lower case. */
    public <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> type) {
        return oneOf(name, EnumWords.words(type));
    }

    /** The value that the field's word stands for. */
    public <T> @Nullable T oneOf(String name, Map<String, T> words) {
        String word = text(name);
        return word == null ? null : EnumWords.read(word, words, (code, message) -> note(name, code, message));
    }

    /** An RFC 3339 instant, to the millisecond. */
    public @Nullable Instant instant(String name) {
        return parsed(name, JsonTimes::instant, "a moment such as 2025-02-01T10:00:00Z");
    }

    /** A date, or the date part of a date-time; its time and offset are ignored. */
    public @Nullable LocalDate date(String name) {
        return parsed(name, JsonTimes::date, "a date such as 2025-02-01");
    }

    private <T> @Nullable T parsed(String name, Function<String, Optional<T>> parse, String wanted) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        T value = parse.apply(text).orElse(null);
        if (value == null) {
            note(
                    name,
                    "invalid_string",
                    "must be %s from %d to %d, not %s"
                            .formatted(wanted, JsonTimes.FIRST_YEAR, JsonTimes.LAST_YEAR, JsonReader.shortened(text)));
        }
        return value;
    }

    public @Nullable JsonFields object(String name) {
        Map<String, @Nullable Object> object = free(name);
        return object == null ? null : new JsonFields(object, path + name + ".", errors);
    }

    /** A list of objects; an element that is not an object is null. */
    public @Nullable List<@Nullable JsonFields> objects(String name, int max) {
        List<?> list = list(name, max);
        if (list == null) {
            return null;
        }
        List<@Nullable JsonFields> objects = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String at = name + "[" + i + "]";
            Map<String, @Nullable Object> object = asObject(at, list.get(i));
            objects.add(object == null ? null : new JsonFields(object, path + at + ".", errors));
        }
        return objects;
    }

    /** A list of texts; an element that is not a text is recorded as an error and left out. */
    public @Nullable List<String> texts(String name, int max) {
        List<?> list = list(name, max);
        if (list == null) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) instanceof String text) {
                texts.add(text);
            } else {
                note(name + "[" + i + "]", "invalid_type", "must be text, not " + kind(list.get(i)));
            }
        }
        return texts;
    }

    private @Nullable List<?> list(String name, int max) {
        List<?> list = read(name, List.class, "a list");
        if (list != null && list.size() > max) {
            note(name, "too_big", "must have at most %d entries, not %d".formatted(max, list.size()));
            return null;
        }
        return list;
    }

    /** As {@link #objects}; empty if there is no list. */
    public List<@Nullable JsonFields> objectsIfAny(String name, int max) {
        List<@Nullable JsonFields> objects = objects(name, max);
        return objects == null ? List.of() : objects;
    }

    /**
     * A list of objects, each read by itself: the errors of one are returned with it, with paths below it, and are not
     * recorded here.
     */
    public <T> @Nullable List<Entry<T>> entries(String name, int max, Function<JsonFields, T> mapping) {
        List<?> list = list(name, max);
        if (list == null) {
            return null;
        }
        return list.stream().map(element -> entry(element, mapping)).toList();
    }

    /** The result of {@code mapping} for a value that should be an object. */
    static <T> Entry<T> entry(@Nullable Object value, Function<JsonFields, T> mapping) {
        if (!(value instanceof Map<?, ?> map)) {
            return Entry.unreadable(JsonReader.unreadable("must be an object, not " + kind(value)));
        }
        JsonFields fields = of(map);
        T mapped = mapping.apply(fields);
        return fields.errors.isEmpty()
                ? Entry.of(mapped)
                : Entry.unreadable(new InvalidCommand(SharedError.VALIDATION_ERROR, fields.errors));
    }

    /** All fields, as they were given. */
    public Map<String, @Nullable Object> all() {
        return values;
    }

    /** An object of any content. */
    public @Nullable Map<String, @Nullable Object> free(String name) {
        Object value = values.get(name);
        return value == null ? null : asObject(name, value);
    }

    @SuppressWarnings("unchecked") // The reader makes no other maps.
    private @Nullable Map<String, @Nullable Object> asObject(String at, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        note(at, "invalid_type", "must be an object, not " + kind(value));
        return null;
    }

    private <T> @Nullable T read(String name, Class<T> type, String wanted) {
        Object value = values.get(name);
        if (value == null || type.isInstance(value)) {
            return type.cast(value);
        }
        note(name, "invalid_type", "must be %s, not %s".formatted(wanted, kind(value)));
        return null;
    }

    private void note(String name, String code, String message) {
        errors.add(new FieldError(path + name, code, message));
    }

    private static String kind(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof String) {
            return "text";
        }
        if (value instanceof BigDecimal) {
            return "a number";
        }
        if (value instanceof Boolean) {
            return "true or false";
        }
        return value instanceof List ? "a list" : "an object";
    }
}
