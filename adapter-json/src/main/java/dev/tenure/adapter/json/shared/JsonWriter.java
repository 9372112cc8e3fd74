package dev.tenure.adapter.json.shared;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes exact JSON: numbers keep every digit they have. */
public final class JsonWriter {

    private JsonWriter() {}

    /** The bytes of the object; callers must not change them. */
    public static byte[] bytes(JsonObject object) {
        byte[] written = object.bytes();
        if (written != null) {
            return written;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
        try (JsonGenerator generator = JsonReader.FACTORY.createGenerator(bytes)) {
            writeObject(generator, object);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The object on one line, without a line end. */
    public static String line(JsonObject object) {
        return new String(bytes(object), StandardCharsets.UTF_8);
    }

    /**
     * Writes documents, or parts of one, for people: indented by two spaces. A part that the caller does not end stays
     * open, so that incomplete output does not look complete.
     */
    public static JsonGenerator indented(Writer writer) {
        try {
            return JsonReader.FACTORY
                    .createGenerator(writer)
                    .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
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

    /** Writes one object at the current position. */
    public static void write(JsonGenerator generator, JsonObject object) throws IOException {
        writeObject(generator, object);
    }

    private static void writeObject(JsonGenerator generator, JsonObject object) throws IOException {
        byte[] written = object.bytes();
        if (written == null) {
            writeObject(generator, object.fields());
        } else {
            generator.writeRawValue(""); // what goes before a value
            generator.flush();
            ((OutputStream) generator.getOutputTarget()).write(written);
        }
    }

    private static void writeObject(JsonGenerator generator, Map<?, ?> fields) throws IOException {
        generator.writeStartObject();
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            generator.writeFieldName(String.valueOf(field.getKey()));
            writeValue(generator, field.getValue());
        }
        generator.writeEndObject();
    }

    private static void writeValue(JsonGenerator generator, @Nullable Object value) throws IOException {
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof String text) {
            generator.writeString(text);
        } else if (value instanceof BigDecimal number) {
            generator.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            generator.writeBoolean(flag);
        } else if (value instanceof JsonObject object) {
            writeObject(generator, object);
        } else if (value instanceof Map<?, ?> map) {
            writeObject(generator, map);
        } else if (value instanceof List<?> list) {
            generator.writeStartArray();
            for (Object element : list) {
                writeValue(generator, element);
            }
            generator.writeEndArray();
        } else {
            throw new IllegalArgumentException("no JSON for " + value.getClass());
        }
    }
}
