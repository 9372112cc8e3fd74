package dev.tenure.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Results as JSON. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Json() {}

    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    public static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new BenchmarkException("no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The object in a file. */
    public static ObjectNode readObject(Path file) {
        if (!Files.isReadable(file)) {
            throw new BenchmarkException("%s cannot be read".formatted(file));
        }
        try {
            if (MAPPER.readTree(file.toFile()) instanceof ObjectNode object) {
                return object;
            }
            throw new BenchmarkException("%s holds no JSON object".formatted(file));
        } catch (JsonProcessingException e) {
            throw new BenchmarkException("%s holds no JSON: %s".formatted(file, e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new BenchmarkException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    public static void write(Path file, JsonNode json) {
        try {
            Files.writeString(file, MAPPER.writeValueAsString(json) + "\n");
        } catch (IOException e) {
            throw new BenchmarkException("%s cannot be written: %s".formatted(file, e.getMessage()), e);
        }
    }
}
