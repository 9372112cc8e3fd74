package dev.tenure.adapter.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.adapter.http.telemetry.Telemetry;
import dev.tenure.adapter.rest.Api.Reply;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A request is a span in the trace that its client began, named by its route. */
class TracingTest {

    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + TRACE_ID + "-00f067aa0ba902b7-01";

    private final InMemorySpanExporter exporter = InMemorySpanExporter.create();
    private final OpenTelemetrySdk tracing = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                    .build())
            .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
            .build();
    private final Api api = Api.running(new Telemetry(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), tracing));

    @AfterEach
    void stop() {
        api.close();
        tracing.close();
    }

    @Test
    void the_span_continues_the_trace_of_the_client() {
        String id = api.placedOrder();
        await(1);

        Reply reply = api.get("/v1/orders/" + id, "traceparent", PARENT, "X-Request-Id", "checkout-1");

        SpanData span = await(2);
        assertThat(reply.header("traceparent")).isEqualTo(PARENT);
        assertThat(span.getTraceId()).isEqualTo(TRACE_ID);
        assertThat(span.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
        assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
        assertThat(span.getName()).isEqualTo("GET /v1/orders/{orderId}");
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(attribute(span, "http.route")).isEqualTo("/v1/orders/{orderId}");
        assertThat(attribute(span, "tenure.tenant")).isEqualTo("demo");
        assertThat(attribute(span, "tenure.request_id")).isEqualTo("checkout-1");
        assertThat(span.getAttributes().get(AttributeKey.longKey("http.response.status_code")))
                .isEqualTo(200);
    }

    @Test
    void without_a_client_s_context_a_trace_begins_here() {
        Reply reply = api.get("/nowhere");

        SpanData span = await(1);
        assertThat(reply.header("traceparent")).isEmpty();
        assertThat(span.getParentSpanContext().isValid()).isFalse();
        assertThat(span.getName()).isEqualTo("GET");
        assertThat(span.getAttributes().get(AttributeKey.longKey("http.response.status_code")))
                .isEqualTo(404);
    }

    @Test
    void only_a_failure_of_the_server_is_an_error() {
        api.get("/v1/orders/ord_unknown");
        assertThat(await(1).getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);

        try (Api broken = Api.running(
                new Telemetry(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), tracing),
                useCases -> Doubles.confirmingWith(useCases, (caller, id) -> {
                    throw new IllegalStateException("jane.personal@example.com");
                }))) {
            broken.post("/v1/orders/ord_1/confirm", "");
            SpanData span = await(2);
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(span.toString()).doesNotContain("jane.personal@example.com");
        }
    }

    @Test
    void a_span_holds_nothing_that_the_client_sent() {
        api.post("/v1/orders", Api.MINIMAL_ORDER, "Authorization", "Bearer " + api.key());
        api.post("/v1/orders", Api.MINIMAL_ORDER.replace("@", "."));
        api.get("/v1/orders?search=john@example.com");
        api.get("/v1/customers/john@example.com/nowhere");
        await(4);

        assertThat(exporter.getFinishedSpanItems()).allSatisfy(span -> assertThat(span.toString())
                .doesNotContainIgnoringCase("john")
                .doesNotContain("Smith")
                .doesNotContain("Main Street")
                .doesNotContain(api.key().split("_", -1)[3]));
    }

    private static String attribute(SpanData span, String name) {
        return String.valueOf(span.getAttributes().get(AttributeKey.stringKey(name)));
    }

    /** A span ends with its answer, which its client may have first. */
    private SpanData await(int number) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(10));
        while (Instant.now().isBefore(deadline)) {
            List<SpanData> spans = exporter.getFinishedSpanItems();
            if (spans.size() >= number) {
                return spans.get(number - 1);
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("only " + exporter.getFinishedSpanItems());
    }
}
