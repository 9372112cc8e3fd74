package dev.tenure.adapter.rest.shared;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;

/** Where the server tells what it does: counts and times into a registry that {@code /metrics} shows, spans to a tracer. */
public record Telemetry(PrometheusMeterRegistry meters, OpenTelemetry tracing) {

    /** Counted, but not traced. */
    public static Telemetry withoutTraces() {
        return new Telemetry(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), OpenTelemetry.noop());
    }
}
