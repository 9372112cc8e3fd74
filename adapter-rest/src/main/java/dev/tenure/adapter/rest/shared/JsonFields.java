package dev.tenure.adapter.rest.shared;

import dev.tenure.application.shared.FieldError;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of a JSON object by name and type. A field of the wrong type is noted, under its path as the client wrote it, and
 * read as null, so that one pass finds every mistake; absent and null are the same. Whether a field may be missing is for the command
 * to say.
 */
public final class JsonFields {

    private static final int MAX_MAGNITUDE = 100;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;
    // 2025-02-01, and the date of 2025-02-01T10:00:00, of …Z and of …+02:00.
    private static final Pattern DATE =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})?)?");

    private final Map<String, @Nullable Object> values;
    private final String path;
    private final List<FieldError> errors;

    JsonFields(Map<String, @Nullable Object> values) {
        this(values, "", new ArrayList<>());
    }

    private JsonFields(Map<String, @Nullable Object> values, String path, List<FieldError> errors) {
        this.values = values;
        this.path = path;
        this.errors = errors;
    }

    /** Everything that was noted here and in the objects below. */
    List<FieldError> errors() {
        return errors;
    }

    public boolean has(String name) {
        return values.get(name) != null;
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
        if (number == null) {
            return null;
        }
        if (magnitude(number) > MAX_MAGNITUDE || number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            boolean tiny = magnitude(number) > MAX_MAGNITUDE && number.scale() > 0 && number.signum() != 0;
            note(
                    name,
                    tiny ? "invalid_type" : number.signum() < 0 ? "too_small" : "too_big",
                    "must be a whole number of at most " + Integer.MAX_VALUE);
            return null;
        }
        try {
            return number.intValueExact();
        } catch (ArithmeticException fraction) {
            note(name, "invalid_type", "must be a whole number, not " + number);
            return null;
        }
    }

    public @Nullable BigDecimal decimal(String name) {
        BigDecimal number = read(name, BigDecimal.class, "a number");
        if (number != null && magnitude(number) > MAX_MAGNITUDE) {
            note(name, "too_big", "must have at most %d digits before and after the point".formatted(MAX_MAGNITUDE));
            return null;
        }
        return number;
    }

    // How many digits the plain spelling may need; 1e999999999 must never be spelled out.
    private static long magnitude(BigDecimal number) {
        return Math.max(Math.abs((long) number.scale()), number.precision());
    }

    /** One of the words of an enum, in lower case. */
    public <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> type) {
        String word = text(name);
        if (word == null) {
            return null;
        }
        E value = Words.read(word, type).orElse(null);
        if (value == null) {
            note(
                    name,
                    "invalid_enum_value",
                    "must be one of %s, not %s".formatted(Words.allOf(type), Json.shortened(word)));
        }
        return value;
    }

    /** A date, or the date that a date-time was written with; its time and offset are not looked at. */
    public @Nullable LocalDate date(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        var parts = DATE.matcher(text);
        if (parts.matches()) {
            try {
                LocalDate date = LocalDate.parse(parts.group(1), DateTimeFormatter.ISO_LOCAL_DATE);
                if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                    return date;
                }
            } catch (DateTimeException noSuchDay) {
                // Falls through to the one refusal.
            }
        }
        note(
                name,
                "invalid_string",
                "must be a date such as 2025-02-01 from %d to %d, not %s"
                        .formatted(FIRST_YEAR, LAST_YEAR, Json.shortened(text)));
        return null;
    }

    public @Nullable JsonFields object(String name) {
        Map<String, @Nullable Object> object = free(name);
        return object == null ? null : new JsonFields(object, path + name + ".", errors);
    }

    /** A list of objects; an element that is none is null. */
    public @Nullable List<@Nullable JsonFields> objects(String name, int max) {
        List<?> list = read(name, List.class, "a list");
        if (list == null) {
            return null;
        }
        if (list.size() > max) {
            note(name, "too_big", "must have at most %d entries, not %d".formatted(max, list.size()));
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

    /** A list of texts; an element that is none is noted and left out. */
    public @Nullable List<String> texts(String name, int max) {
        List<?> list = read(name, List.class, "a list");
        if (list == null) {
            return null;
        }
        if (list.size() > max) {
            note(name, "too_big", "must have at most %d entries, not %d".formatted(max, list.size()));
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

    /** An object of any content. */
    public @Nullable Map<String, @Nullable Object> free(String name) {
        Object value = values.get(name);
        return value == null ? null : asObject(name, value);
    }

    @SuppressWarnings("unchecked") // Json makes no other maps.
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
