package dev.tenure.adapter.http.telemetry;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;

/** Where the server records its requests: counts and times in a registry that Prometheus reads, spans with a tracer. */
public record Telemetry(PrometheusMeterRegistry meters, OpenTelemetry tracing) {

    /** Metrics without traces. */
    public static Telemetry withoutTraces() {
        return new Telemetry(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), OpenTelemetry.noop());
    }

    /** What was counted, as Prometheus reads it in this format. */
    public String page(String format) {
        return meters.scrape(format);
    }
}
