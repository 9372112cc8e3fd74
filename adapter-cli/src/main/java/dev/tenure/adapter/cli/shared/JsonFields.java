package dev.tenure.adapter.cli.shared;

import dev.tenure.application.shared.Change;
import dev.tenure.application.shared.FieldError;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.domain.shared.SharedError;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of a JSON object by name and type. A member of the wrong type is noted with its path and read as absent, so that
 * {@link #throwIfAny()} can name all of them at once. Unknown members are ignored; null is absent, but to {@link #change}.
 */
public final class JsonFields {

    private static final int MAX_DIGITS = 100;

    private final String path;
    private final Map<?, ?> members;
    private final List<FieldError> errors;

    private JsonFields(String path, Map<?, ?> members, List<FieldError> errors) {
        this.path = path;
        this.members = members;
        this.errors = errors;
    }

    /** @throws InvalidCommand {@code VALIDATION_ERROR} when the document is not an object */
    public static JsonFields of(@Nullable Object document) {
        if (document instanceof Map<?, ?> members) {
            return new JsonFields("", members, new ArrayList<>());
        }
        throw new InvalidCommand(
                SharedError.VALIDATION_ERROR,
                List.of(new FieldError("", "invalid_type", "must be an object, not " + kind(document))));
    }

    /** @throws InvalidCommand {@code VALIDATION_ERROR} naming every member, here and below, that had the wrong type */
    public void throwIfAny() {
        if (!errors.isEmpty()) {
            throw new InvalidCommand(SharedError.VALIDATION_ERROR, errors);
        }
    }

    /** What is said of the member: nothing, null, or what {@code read} makes of it; of one of the wrong type nothing is said. */
    public <T> Change<T> change(String name, Function<String, ? extends @Nullable T> read) {
        if (!members.containsKey(name)) {
            return Change.unchanged();
        }
        if (members.get(name) == null) {
            return Change.cleared();
        }
        T value = read.apply(name);
        return value == null ? Change.unchanged() : Change.to(value);
    }

    public @Nullable String text(String name) {
        return typed(name, String.class, "text");
    }

    public @Nullable Boolean truth(String name) {
        return typed(name, Boolean.class, "true or false");
    }

    public @Nullable BigDecimal decimal(String name) {
        return number(name, "a number");
    }

    private @Nullable BigDecimal number(String name, String expected) {
        Object value = members.get(name);
        if (value instanceof Long whole) {
            return BigDecimal.valueOf(whole);
        }
        BigDecimal number = typed(name, BigDecimal.class, expected);
        // 1e-999999999 is a short text and a gigabyte when somebody writes it out.
        if (number != null && Math.abs((long) number.scale()) + number.precision() > MAX_DIGITS) {
            note(name, "too_big", "must be a number of at most %d digits".formatted(MAX_DIGITS));
            return null;
        }
        return number;
    }

    /** A number without a fraction; {@code 24.0} is one. */
    public @Nullable Integer integer(String name) {
        BigDecimal number = number(name, "a whole number");
        if (number == null) {
            return null;
        }
        if (number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0) {
            String code = number.signum() < 0 ? "too_small" : "too_big";
            note(name, code, "must be a whole number of at most " + Integer.MAX_VALUE);
            return null;
        }
        try {
            return number.intValueExact();
        } catch (ArithmeticException fraction) {
            note(name, "invalid_type", "must be a whole number, not " + number.toPlainString());
            return null;
        }
    }

    /** One of the constants, written in lower case. */
    public <E extends Enum<E>> @Nullable E word(String name, E[] constants) {
        String word = text(name);
        if (word == null) {
            return null;
        }
        E constant = Arrays.stream(constants)
                .filter(candidate -> Words.of(candidate).equals(word))
                .findFirst()
                .orElse(null);
        if (constant == null) {
            note(
                    name,
                    "invalid_enum_value",
                    "must be one of %s, not %s".formatted(String.join(", ", Words.words(constants)), shortened(word)));
        }
        return constant;
    }

    /** A date such as {@code 2026-02-01}. */
    public @Nullable LocalDate date(String name) {
        return temporal(name, LocalDate::parse, "a date such as 2026-02-01");
    }

    /** An instant with its offset, such as {@code 2026-02-01T10:00:00Z}. */
    public @Nullable Instant instant(String name) {
        return temporal(
                name, text -> OffsetDateTime.parse(text).toInstant(), "an instant such as 2026-02-01T10:00:00Z");
    }

    private <T> @Nullable T temporal(String name, Function<String, T> parse, String expected) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return parse.apply(text);
        } catch (DateTimeException unreadable) {
            note(name, "invalid_string", "must be %s, not %s".formatted(expected, shortened(text)));
            return null;
        }
    }

    /** Everything that is here, as it was given. */
    public Map<?, ?> all() {
        return members;
    }

    /** Free JSON. */
    @SuppressWarnings("unchecked") // Json.parse makes such maps and no others.
    public @Nullable Map<String, @Nullable Object> free(String name) {
        return (Map<String, @Nullable Object>) typed(name, Map.class, "an object");
    }

    /** What {@code mapping} makes of the object. */
    public <T> @Nullable T object(String name, Function<JsonFields, T> mapping) {
        Map<?, ?> object = typed(name, Map.class, "an object");
        return object == null ? null : mapping.apply(new JsonFields(path + name + ".", object, errors));
    }

    /** What {@code mapping} makes of each object of the list. */
    public <T> @Nullable List<T> objects(String name, Function<JsonFields, T> mapping) {
        List<?> list = typed(name, List.class, "a list");
        if (list == null) {
            return null;
        }
        List<T> mapped = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String element = name + "[" + i + "]";
            if (list.get(i) instanceof Map<?, ?> object) {
                mapped.add(mapping.apply(new JsonFields(path + element + ".", object, errors)));
            } else {
                note(element, "invalid_type", "must be an object, not " + kind(list.get(i)));
            }
        }
        return mapped;
    }

    private <T> @Nullable T typed(String name, Class<T> type, String expected) {
        Object value = members.get(name);
        if (value == null) {
            return null;
        }
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        note(name, "invalid_type", "must be %s, not %s".formatted(expected, kind(value)));
        return null;
    }

    private void note(String name, String code, String message) {
        errors.add(new FieldError(path + name, code, message));
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 59) + "…";
    }

    private static String kind(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof String) {
            return "text";
        }
        if (value instanceof Number) {
            return "a number";
        }
        if (value instanceof Boolean) {
            return "true or false";
        }
        return value instanceof List ? "a list" : "an object";
    }
}
