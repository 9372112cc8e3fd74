package dev.tenure.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.adapter.cli.InstallationProblem;
import io.opentelemetry.api.OpenTelemetry;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TracesTest {

    @ParameterizedTest
    @CsvSource({
        "OTEL_SERVICE_NAME,shop,,",
        "OTEL_EXPORTER_OTLP_ENDPOINT,' ',,",
        "OTEL_TRACES_EXPORTER,none,OTEL_EXPORTER_OTLP_ENDPOINT,http://127.0.0.1:1",
        "OTEL_SDK_DISABLED,true,OTEL_EXPORTER_OTLP_ENDPOINT,http://127.0.0.1:1"
    })
    void where_nobody_is_named_to_send_to_there_are_none(
            String name, String value, @Nullable String other, @Nullable String otherValue) {
        try (Traces traces = Traces.of(
                other == null ? Map.of(name, value) : Map.of(name, value, other, String.valueOf(otherValue)))) {
            assertThat(traces.openTelemetry()).isSameAs(OpenTelemetry.noop());
        }
    }

    @Test
    void spans_go_to_the_collector_that_is_named_at_the_latest_at_the_end() {
        try (Collector collector = new Collector()) {
            try (Traces traces = Traces.of(Map.of(
                    "OTEL_EXPORTER_OTLP_ENDPOINT", collector.endpoint(), "OTEL_RESOURCE_ATTRIBUTES", "region=here"))) {
                traces.openTelemetry()
                        .getTracer("test")
                        .spanBuilder("a span of a test")
                        .startSpan()
                        .end();
            }

            assertThat(collector.await("a span of a test"))
                    .startsWith("application/x-protobuf")
                    .contains("service.name")
                    .contains("tenure")
                    .contains("region");
        }
    }

    @Test
    void what_cannot_be_used_is_told_in_words() {
        assertThatThrownBy(() -> Traces.of(Map.of("OTEL_TRACES_EXPORTER", "carrier-pigeon")))
                .isInstanceOf(InstallationProblem.class)
                .hasMessageContaining("OTEL_")
                .hasMessageContaining("carrier-pigeon");
    }
}
