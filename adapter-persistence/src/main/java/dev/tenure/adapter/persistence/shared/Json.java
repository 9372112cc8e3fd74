package dev.tenure.adapter.persistence.shared;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/**
 * JSON columns. Decimals are written as text, because some readers of numbers lose digits or trailing zeros. Unknown
 * fields are skipped: a newer release may have written the row.
 */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    // The default pool is per thread, and a virtual thread serves only one request.
                    .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
                    .build())
            .addModule(new JavaTimeModule())
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .withConfigOverride(
                    BigDecimal.class,
                    override -> override.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    public static JSONB write(Object value) {
        try {
            return JSONB.jsonb(MAPPER.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON for " + value.getClass().getSimpleName(), e);
        }
    }

    public static @Nullable JSONB writeOrNull(@Nullable Object value) {
        return value == null ? null : write(value);
    }

    /** An object as a tree. */
    public static ObjectNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    public static <T> T value(JsonNode tree, Class<T> type) {
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored JSON is no " + type.getSimpleName(), e);
        }
    }

    public static <T> T read(JSONB json, Class<T> type) {
        try {
            return MAPPER.readValue(json.data(), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored JSON is no " + type.getSimpleName(), e);
        }
    }

    public static <T> @Nullable T readOrNull(@Nullable JSONB json, Class<T> type) {
        return json == null ? null : read(json, type);
    }

    public static <T> List<T> readList(JSONB json, Class<T[]> type) {
        return List.of(read(json, type));
    }
}
