package dev.tenure.adapter.json.shared;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import dev.tenure.application.shared.FieldError;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.domain.shared.SharedError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Strict JSON in, exact JSON out. Values are text, {@link BigDecimal}, {@link Boolean}, null, lists and maps, so no
 * number is ever converted to a binary fraction.
 */
public final class JsonReader {

    /** The most bytes of one document. */
    public static final int MAX_DOCUMENT = 1024 * 1024;

    static final int MAX_NESTING = 64;

    /** Enough for 10,000 units in one line: a value of two letters takes a hundred bytes of memory. */
    static final int MAX_TOKENS = 150_000;

    private static final int MAX_DIGITS = 1000;

    static final JsonFactory FACTORY = JsonFactory.builder()
            // Names come from strangers: a table of all names would grow without limit.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            // The default pool is per thread, and a virtual thread serves only one request.
            .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_NESTING)
                    .maxNumberLength(MAX_DIGITS)
                    .maxTokenCount(MAX_TOKENS)
                    .build())
            .build();

    private JsonReader() {}

    /**
     * The fields of the object in this document.
     *
     * @throws InvalidCommand {@code VALIDATION_ERROR} when it is not UTF-8, not JSON, not an object, or above a limit
     */
    public static JsonFields object(byte[] document) {
        Object value;
        try {
            value = read(utf8(document));
        } catch (MalformedJson malformed) {
            throw unreadable(String.valueOf(malformed.getMessage()));
        }
        if (value instanceof Map<?, ?> object) {
            return JsonFields.of(object);
        }
        throw unreadable("the body must be a JSON object");
    }

    /** @throws InvalidCommand {@code VALIDATION_ERROR} when the bytes are not UTF-8 */
    public static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw unreadable("the body is not valid UTF-8");
        }
    }

    /** The refusal of a body that can't be parsed, so that no field can be named. */
    public static InvalidCommand unreadable(String message) {
        return new InvalidCommand(SharedError.VALIDATION_ERROR, List.of(new FieldError("", "invalid_type", message)));
    }

    /**
     * The one value in this document.
     *
     * @throws MalformedJson when it is not JSON, or above a limit
     */
    public static @Nullable Object read(String document) {
        try (JsonParser parser = FACTORY.createParser(document)) {
            if (parser.nextToken() == null) {
                throw new MalformedJson("the body is empty");
            }
            Object value = value(parser);
            if (parser.nextToken() != null) {
                throw new MalformedJson("there is something after the end of the JSON value");
            }
            return value;
        } catch (StreamConstraintsException limit) {
            throw new MalformedJson(
                    "the body has more than %,d names, values and brackets, is nested deeper than %d levels, or has a number of more than %d digits"
                            .formatted(MAX_TOKENS, MAX_NESTING, MAX_DIGITS));
        } catch (JsonProcessingException notJson) {
            throw new MalformedJson(describe(notJson));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    // Only the position: the parser's message quotes the input and names Java types.
    private static String describe(JsonProcessingException problem) {
        var at = problem.getLocation();
        return at == null
                ? "the body is not valid JSON"
                : "the body is not valid JSON at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_STRING -> text(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new MalformedJson("the body is not valid JSON");
        };
    }

    private static BigDecimal number(JsonParser parser) throws IOException {
        try {
            return parser.getDecimalValue();
        } catch (NumberFormatException exponentOverflow) {
            throw new MalformedJson("the body has a number that is too large to be one");
        }
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            if (fields.containsKey(text(name))) {
                throw new MalformedJson("an object has the key \"%s\" twice".formatted(shortened(name)));
            }
            parser.nextToken();
            fields.put(name, value(parser));
        }
        return fields;
    }

    private static List<@Nullable Object> list(JsonParser parser) throws IOException {
        List<@Nullable Object> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser));
        }
        return values;
    }

    /** The text itself, if every store and every client can represent it. */
    private static String text(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\0') {
                throw new MalformedJson("the body has a NUL character in a text");
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    throw new MalformedJson("the body has half a surrogate pair in a text");
                }
                i++;
            }
        }
        return text;
    }

    public static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 59) + "…";
    }

    /** The document can't be parsed; the message says why. */
    public static final class MalformedJson extends RuntimeException {

        MalformedJson(String message) {
            super(message);
        }
    }
}
