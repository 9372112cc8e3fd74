package dev.tenure.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

class JsonLinesTest {

    private final LoggerContext context = new LoggerContext();

    @Test
    void what_a_line_says_stands_side_by_side() throws Exception {
        LoggingEvent event = event("GET {} in {} ms", null, "/v1/orders", 5);
        event.setMDCPropertyMap(Map.of("requestId", "checkout-1"));
        event.setKeyValuePairs(List.of(new KeyValuePair("status", 200), new KeyValuePair("route", "/v1/orders")));
        event.setInstant(Instant.parse("2025-01-15T10:30:00.007Z"));

        JsonNode line = json(event);

        assertThat(line.path("timestamp").asText()).isEqualTo("2025-01-15T10:30:00.007Z");
        assertThat(line.path("level").asText()).isEqualTo("INFO");
        assertThat(line.path("logger").asText()).isEqualTo("dev.tenure.access");
        assertThat(line.path("message").asText()).isEqualTo("GET /v1/orders in 5 ms");
        assertThat(line.path("requestId").asText()).isEqualTo("checkout-1");
        assertThat(line.path("route").asText()).isEqualTo("/v1/orders");
        assertThat(line.path("status").isInt()).isTrue();
        assertThat(line.path("status").asInt()).isEqualTo(200);
        assertThat(line.has("throwable")).isFalse();
    }

    @Test
    void nothing_in_a_value_breaks_the_line() throws Exception {
        String odd = "a\"b\\c\nd\te\u0000f\u001f\u2028\ud83d\ude00}";
        LoggingEvent event = event(odd, new IllegalStateException(odd));
        event.setMDCPropertyMap(Map.of("requestId", odd));

        JsonNode line = json(event);

        assertThat(line.path("message").asText()).isEqualTo(odd);
        assertThat(line.path("requestId").asText()).isEqualTo(odd);
        assertThat(line.path("throwable").path("className").asText()).isEqualTo("java.lang.IllegalStateException");
    }

    private LoggingEvent event(String message, @Nullable Throwable failure, Object... arguments) {
        Logger logger = context.getLogger("dev.tenure.access");
        return new LoggingEvent(JsonLinesTest.class.getName(), logger, Level.INFO, message, failure, arguments);
    }

    private JsonNode json(LoggingEvent event) throws JsonProcessingException {
        JsonLines encoder = new JsonLines();
        encoder.setContext(context);
        encoder.start();
        String line = new String(encoder.encode(event), StandardCharsets.UTF_8);
        assertThat(line).endsWith("\n");
        assertThat(line.strip()).doesNotContain("\n");
        return new ObjectMapper().readTree(line);
    }
}
