package dev.tenure.adapter.json.shared;

import dev.tenure.domain.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object to be written: fields in the order in which they were put, in the format of the wire. A null field is
 * left out, unless null is part of the contract.
 */
public final class JsonObject {

    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    private byte @Nullable [] written;

    public JsonObject text(String name, @Nullable String value) {
        return known(name, value);
    }

    public JsonObject textOrNull(String name, @Nullable String value) {
        return put(name, value);
    }

    public JsonObject number(String name, long value) {
        return known(name, BigDecimal.valueOf(value));
    }

    public JsonObject integer(String name, @Nullable Integer value) {
        return known(name, value == null ? null : BigDecimal.valueOf(value));
    }

    public JsonObject decimal(String name, @Nullable BigDecimal value) {
        return known(name, value);
    }

    /** The amount without its currency: EUR 89.00 is {@code 89.00}. */
    public JsonObject money(String name, @Nullable Money value) {
        return known(name, value == null ? null : value.amount());
    }

    public JsonObject flag(String name, boolean value) {
        return known(name, value);
    }

    /** {@code NET_7} is {@code "net_7"}. */
    public JsonObject word(String name, @Nullable Enum<?> value) {
        return known(name, value == null ? null : EnumWords.word(value));
    }

    public JsonObject instant(String name, @Nullable Instant value) {
        return known(name, value == null ? null : MILLISECONDS.format(value));
    }

    public JsonObject date(String name, @Nullable LocalDate value) {
        return known(name, value == null ? null : value.toString());
    }

    public JsonObject object(String name, @Nullable JsonObject value) {
        return known(name, value);
    }

    public JsonObject objects(String name, Collection<JsonObject> values) {
        return known(name, List.copyOf(values));
    }

    public JsonObject texts(String name, Collection<String> values) {
        return known(name, List.copyOf(values));
    }

    /** JSON that a client gave and gets back as it is: text, numbers, booleans, null, lists and maps. */
    public JsonObject free(String name, @Nullable Map<String, ? extends @Nullable Object> value) {
        return known(name, value);
    }

    /** A value of any of the kinds above, or free JSON. */
    public JsonObject value(String name, @Nullable Object value) {
        return known(name, spelled(value));
    }

    /** As {@link #value}, but null is written. */
    public JsonObject valueOrNull(String name, @Nullable Object value) {
        return put(name, spelled(value));
    }

    private static @Nullable Object spelled(@Nullable Object value) {
        if (value instanceof Integer || value instanceof Long) {
            return BigDecimal.valueOf(((Number) value).longValue());
        }
        if (value instanceof Money money) {
            return money.amount();
        }
        if (value instanceof Enum<?> word) {
            return EnumWords.word(word);
        }
        if (value instanceof Instant instant) {
            return MILLISECONDS.format(instant);
        }
        if (value instanceof LocalDate) {
            return value.toString();
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> spelled = new ArrayList<>();
            list.forEach(element -> spelled.add(spelled(element)));
            return spelled;
        }
        return value;
    }

    private JsonObject known(String name, @Nullable Object value) {
        return value == null ? this : put(name, value);
    }

    private JsonObject put(String name, @Nullable Object value) {
        if (written != null) {
            throw new IllegalStateException("the object is written already");
        }
        fields.put(name, value);
        return this;
    }

    /** Serializes the object now, if it is sent many times; from then on it does not change. */
    public JsonObject written() {
        written = JsonWriter.bytes(this);
        fields.clear();
        return this;
    }

    /** How many bytes were {@linkplain #written() written}; 0 if none. */
    public int writtenBytes() {
        return written == null ? 0 : written.length;
    }

    /** The bytes that were {@linkplain #written() written}; null if the fields have to be written. */
    byte @Nullable [] bytes() {
        return written;
    }

    Map<String, @Nullable Object> fields() {
        return fields;
    }
}
