package dev.tenure.domain.shared;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The free data of a tenant on an order: a JSON object of any shape. Values are text, {@link BigDecimal},
 * {@link Boolean}, null, lists and maps of these, copied deeply and never changed. The order of keys is preserved.
 *
 * <p>Limits: {@value #MAX_SIZE} characters in all and {@value #MAX_DEPTH} levels.
 */
public final class CustomFields {

    /**
     * The sum of the lengths of all keys and values, with the two quotes or brackets of each text, list and object;
     * what the wire calls 64 KiB. An object of one text, {@code {"k": "v"}}, has 8.
     */
    public static final int MAX_SIZE = 64 * 1024;

    public static final int MAX_DEPTH = 16;

    // So that empty values count too: a list of empty lists must not be free.
    private static final int BRACKETS = 2;

    private final Map<String, @Nullable Object> values;

    private CustomFields(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    /** @throws InvalidValue {@code VALIDATION_ERROR} when a limit is exceeded or a value is of another type */
    public static CustomFields of(Map<String, ? extends @Nullable Object> values) {
        Size size = new Size();
        return new CustomFields(copyOfMap(values, 1, size));
    }

    public static CustomFields empty() {
        return new CustomFields(Map.of());
    }

    /** The fields; unmodifiable at every level. */
    public Map<String, @Nullable Object> values() {
        return values;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CustomFields that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }

    private static Map<String, @Nullable Object> copyOfMap(
            Map<?, ? extends @Nullable Object> map, int depth, Size size) {
        if (depth > MAX_DEPTH) {
            throw new InvalidValue(
                    SharedError.VALIDATION_ERROR,
                    "customFields must not be nested deeper than " + MAX_DEPTH + " levels");
        }
        size.add(BRACKETS);
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new InvalidValue(SharedError.VALIDATION_ERROR, "the names in customFields are text, not " + key);
            }
            size.add(name.length() + BRACKETS);
            copy.put(Text.storable("customFields", name), copyOfValue(value, depth, size));
        });
        return Collections.unmodifiableMap(copy);
    }

    private static @Nullable Object copyOfValue(@Nullable Object value, int depth, Size size) {
        if (value == null || value instanceof Boolean) {
            size.add(4);
            return value;
        }
        if (value instanceof String text) {
            size.add(text.length() + BRACKETS);
            return Text.storable("customFields", text);
        }
        if (value instanceof Integer || value instanceof Long) {
            return number(BigDecimal.valueOf(((Number) value).longValue()), size);
        }
        if (value instanceof BigInteger number) {
            return number(new BigDecimal(number), size);
        }
        if (value instanceof BigDecimal number) {
            return number(number, size);
        }
        if (value instanceof List<?> list) {
            if (depth >= MAX_DEPTH) {
                throw new InvalidValue(
                        SharedError.VALIDATION_ERROR,
                        "customFields must not be nested deeper than " + MAX_DEPTH + " levels");
            }
            size.add(BRACKETS);
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            for (Object element : list) {
                copy.add(copyOfValue(element, depth + 1, size));
            }
            return Collections.unmodifiableList(copy);
        }
        if (value instanceof Map<?, ?> map) {
            return copyOfMap(map, depth + 1, size);
        }
        throw new InvalidValue(
                SharedError.VALIDATION_ERROR,
                "customFields hold text, numbers, booleans, null, lists and objects, not "
                        + value.getClass().getSimpleName());
    }

    private static BigDecimal number(BigDecimal number, Size size) {
        if (number.precision() > 100 || Math.abs((long) number.scale()) > 100) {
            throw new InvalidValue(
                    SharedError.VALIDATION_ERROR, "a number in customFields must have at most 100 digits");
        }
        BigDecimal plain = Decimals.plain(number);
        size.add(plain.toPlainString().length());
        return plain;
    }

    private static final class Size {
        private int used;

        void add(int length) {
            used += length;
            if (used > MAX_SIZE) {
                throw new InvalidValue(
                        SharedError.VALIDATION_ERROR,
                        "customFields must hold at most %d characters in all".formatted(MAX_SIZE),
                        Map.of("max", MAX_SIZE));
            }
        }
    }
}
