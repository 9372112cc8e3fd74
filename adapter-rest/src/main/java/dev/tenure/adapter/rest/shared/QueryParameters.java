package dev.tenure.adapter.rest.shared;

import dev.tenure.adapter.http.error.HttpError;
import dev.tenure.adapter.http.error.RequestRefused;
import dev.tenure.adapter.json.shared.EnumWords;
import dev.tenure.adapter.json.shared.JsonReader;
import dev.tenure.application.shared.FieldError;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.domain.shared.SharedError;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The query of a request, read parameter by parameter. An invalid value is recorded as an error and read as absent.
 * {@link #check} then refuses the request with all errors, and with every parameter that was not read.
 */
public final class QueryParameters {

    private static final Map<String, Boolean> FLAGS = new TreeMap<>(Map.of("true", true, "false", false));
    private static final Instant FIRST_MOMENT = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST_MOMENT = Instant.parse("9999-12-31T00:00:00Z");

    private final Map<String, List<String>> given;
    private final Set<String> known = new TreeSet<>();
    private final List<FieldError> errors = new ArrayList<>();

    private QueryParameters(Map<String, List<String>> given) {
        this.given = given;
    }

    /** @throws RequestRefused {@code BAD_REQUEST} when the percent-encoding is broken or not of UTF-8 */
    static QueryParameters of(@Nullable String query) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                if (!pair.isEmpty()) {
                    int equals = pair.indexOf('=');
                    String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                    String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                    given.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
                }
            }
        }
        return new QueryParameters(given);
    }

    /** These parameters, without the one that is read elsewhere. */
    QueryParameters knowing(String name) {
        known.add(name);
        return this;
    }

    public @Nullable String text(String name) {
        List<String> values = values(name);
        if (values.isEmpty()) {
            return null;
        }
        String value = values.get(0);
        if (values.size() > 1) {
            note(name, "invalid_type", "must be given once, not %d times".formatted(values.size()));
            return null;
        }
        if (value.isBlank()) {
            note(name, "too_small", "must not be empty");
            return null;
        }
        if (value.indexOf('\0') >= 0) {
            note(name, "invalid_string", "must not contain a NUL character");
            return null;
        }
        return value;
    }

    /** The value that the parameter's word stands for; null when it is absent. */
    public <T> @Nullable T oneOf(String name, Map<String, T> words) {
        String word = text(name);
        return word == null ? null : read(name, word, words);
    }

    /** As {@link #oneOf(String, Map)}, with {@code otherwise} as the default. */
    public <T> T oneOf(String name, Map<String, T> words, T otherwise) {
        T value = oneOf(name, words);
        return value == null ? otherwise : value;
    }

    /** {@code true} or {@code false} (the default). */
    public boolean flag(String name) {
        return oneOf(name, FLAGS, false);
    }

    /** One word of an enum, in lower case. */
    public <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> type) {
        return oneOf(name, EnumWords.words(type));
    }

    /** The words of a parameter that may be repeated. */
    public <E extends Enum<E>> Set<E> anyOf(String name, Class<E> type) {
        Set<E> wanted = EnumSet.noneOf(type);
        for (String word : values(name)) {
            E value = read(name, word, EnumWords.words(type));
            if (value != null) {
                wanted.add(value);
            }
        }
        return wanted;
    }

    /**
     * An RFC 3339 instant, or a date, which means its first instant.
     *
     * @param zone where days begin; called only for a date
     */
    public @Nullable Instant moment(String name, Supplier<ZoneId> zone) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            Instant moment = text.indexOf('T') < 0 && text.indexOf('t') < 0
                    ? LocalDate.parse(text).atStartOfDay(zone.get()).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            if (!moment.isBefore(FIRST_MOMENT) && moment.isBefore(LAST_MOMENT)) {
                return moment;
            }
        } catch (DateTimeException unreadable) {
            // Falls through to the one refusal.
        }
        note(
                name,
                "invalid_string",
                "must be a time such as 2025-02-01T08:00:00Z (a + in it is written %%2B) or a date such as 2025-02-01, not %s"
                        .formatted(JsonReader.shortened(text)));
        return null;
    }

    /** The parameters with this prefix, each given once, by the rest of their names. */
    public Map<String, String> startingWith(String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String name : given.keySet()) {
            if (name.startsWith(prefix) && name.length() > prefix.length()) {
                String value = text(name);
                if (value != null) {
                    found.put(name.substring(prefix.length()), value);
                }
            }
        }
        return found;
    }

    /** The page that {@code limit} and {@code startAfter} ask for. */
    public PageRequest page() {
        return page(PageRequest.MAX_LIMIT);
    }

    /** As {@link #page()}, for a list with limits up to {@code most}. */
    public PageRequest page(int most) {
        String cursor = text("startAfter");
        String limit = text("limit");
        if (limit == null) {
            return new PageRequest(PageRequest.DEFAULT_LIMIT, cursor, most);
        }
        try {
            return new PageRequest(Integer.parseInt(limit), cursor, most);
        } catch (NumberFormatException notANumber) {
            note(
                    "limit",
                    "invalid_type",
                    "must be a whole number of 1 to %d, not %s".formatted(most, JsonReader.shortened(limit)));
        } catch (InvalidCommand outOfRange) {
            errors.addAll(outOfRange.fields());
        }
        return PageRequest.FIRST;
    }

    /** @throws InvalidCommand {@code VALIDATION_ERROR} naming every parameter that is invalid or unknown */
    public void check() {
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                note(
                        JsonReader.shortened(name),
                        "unrecognized_keys",
                        known.isEmpty()
                                ? "this operation has no parameters"
                                : "is no parameter of this operation; there are " + String.join(", ", known));
            }
        }
        checkWhatWasRead();
    }

    /** As {@link #check}, but the other parameters may still be read. */
    void checkWhatWasRead() {
        if (!errors.isEmpty()) {
            throw new InvalidCommand(SharedError.VALIDATION_ERROR, errors);
        }
    }

    private <T> @Nullable T read(String name, String word, Map<String, T> words) {
        return EnumWords.read(word, words, (code, message) -> note(name, code, message));
    }

    private List<String> values(String name) {
        known.add(name);
        return given.getOrDefault(name, List.of());
    }

    private void note(String name, String code, String message) {
        errors.add(new FieldError(name, code, message));
    }

    private static String decode(String encoded) {
        if (encoded.indexOf('%') < 0 && encoded.indexOf('+') < 0 && isAscii(encoded)) {
            return encoded;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                if (i + 2 >= encoded.length()) {
                    throw malformed();
                }
                int high = Character.digit(encoded.charAt(i + 1), 16);
                int low = Character.digit(encoded.charAt(i + 2), 16);
                if (high < 0 || low < 0) {
                    throw malformed();
                }
                bytes.write(high * 16 + low);
                i += 2;
            } else if (c == '+') {
                bytes.write(' ');
            } else if (c < 0x80) {
                bytes.write(c);
            } else {
                throw malformed();
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw malformed();
        }
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    private static RequestRefused malformed() {
        return new RequestRefused(HttpError.BAD_REQUEST, "the query must be percent-encoded UTF-8");
    }
}
