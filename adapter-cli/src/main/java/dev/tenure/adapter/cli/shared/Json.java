package dev.tenure.adapter.cli.shared;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.tenure.application.shared.FieldError;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.shared.SharedError;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON by streaming alone: a mapper would cost a command more time to start than all the rest. A document is text, booleans, numbers
 * (exact decimals), null, lists, and maps or {@link JsonObject}s.
 */
public final class Json {

    public static final int MAX_SIZE = 1024 * 1024;
    private static final int MAX_DEPTH = 64;

    private Json() {}

    /** Writes documents, or the parts of one, to {@code writer}, indented by two spaces. */
    public static JsonGenerator generator(Writer writer) {
        try {
            return factory()
                    .createGenerator(writer)
                    .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                    // What breaks off half-way must not look whole.
                    .disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT)
                    .setPrettyPrinter(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                                    .withRootSeparator("\n")
                                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                                    .withArrayEmptySeparator("")
                                    .withObjectEmptySeparator(""))
                            .withObjectIndenter(new DefaultIndenter("  ", "\n")));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The value on one line, without a line end. */
    public static String line(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = factory().createGenerator(text)) {
            write(json, value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** Writes one value. */
    public static void write(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof JsonObject object) {
            write(json, object.members());
        } else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> member : map.entrySet()) {
                json.writeFieldName(String.valueOf(member.getKey()));
                write(json, member.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof Iterable<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                write(json, element);
            }
            json.writeEndArray();
        } else if (value instanceof Money money) {
            json.writeNumber(money.amount());
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Instant instant) {
            json.writeString(instants().format(instant));
        } else if (value instanceof Enum<?> constant) {
            json.writeString(Words.of(constant));
        } else if (value instanceof LocalDate || value instanceof CharSequence) {
            json.writeString(value.toString());
        } else {
            throw new IllegalArgumentException("no JSON for " + value.getClass());
        }
    }

    /**
     * The document in these bytes: a text, a Boolean, a Long or BigDecimal, null, a List or a Map.
     *
     * @throws InvalidCommand {@code VALIDATION_ERROR} when it is not UTF-8, not JSON, names a member twice, holds a NUL character, or is
     *     nested deeper than 64
     */
    public static @Nullable Object parse(byte[] bytes) {
        try (JsonParser parser = factory().createParser(text(bytes))) {
            if (parser.nextToken() == null) {
                throw refused("there is no JSON in it");
            }
            Object document = value(parser);
            if (parser.nextToken() != null) {
                throw refused("something follows the end of the JSON document at line "
                        + parser.currentTokenLocation().getLineNr());
            }
            return document;
        } catch (CharacterCodingException notUtf8) {
            throw refused("must be UTF-8");
        } catch (NumberFormatException exponentOverflow) {
            throw refused("a number in it is out of every range");
        } catch (JsonProcessingException malformed) {
            String where = malformed.getLocation() == null
                    ? ""
                    : " at line %d, column %d"
                            .formatted(
                                    malformed.getLocation().getLineNr(),
                                    malformed.getLocation().getColumnNr());
            throw refused(what(malformed.getOriginalMessage()) + where);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    // The parser goes on about its own settings in parentheses.
    private static String what(String message) {
        if (message.contains("nesting depth")) {
            return "must not be nested deeper than 64 levels";
        }
        int asides = message.indexOf(" (");
        return "must be JSON: " + (asides < 0 ? message : message.substring(0, asides));
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_STRING -> storable(parser.getText());
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? parser.getDecimalValue()
                        : (Object) parser.getLongValue();
            case VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new IllegalStateException("unexpected " + token);
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = storable(parser.currentName());
            parser.nextToken();
            object.put(name, value(parser));
        }
        return object;
    }

    private static List<@Nullable Object> list(JsonParser parser) throws IOException {
        List<@Nullable Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(parser));
        }
        return list;
    }

    // What every store and every client can hold.
    private static String storable(String text) {
        if (text.indexOf('\0') >= 0) {
            throw refused("must not contain a NUL character");
        }
        if (text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            throw refused("must not contain half a surrogate pair");
        }
        return text;
    }

    static InvalidCommand refused(String message) {
        return new InvalidCommand(SharedError.VALIDATION_ERROR, List.of(new FieldError("", "invalid_json", message)));
    }

    private static JsonFactory factory() {
        return Lazy.FACTORY;
    }

    private static DateTimeFormatter instants() {
        return Lazy.INSTANTS;
    }

    private static final class Lazy {
        static final JsonFactory FACTORY = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .build())
                .build();
        static final DateTimeFormatter INSTANTS =
                new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
    }
}
