package dev.tenure.adapter.rest.service;

import dev.tenure.adapter.http.telemetry.Telemetry;
import dev.tenure.adapter.rest.shared.Answer;
import dev.tenure.adapter.rest.shared.RestRequest;
import dev.tenure.adapter.rest.shared.Route;
import java.util.List;

/** Metrics for Prometheus. They need no key and name no tenant. */
public final class MetricsRoutes {

    private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final Telemetry telemetry;

    public MetricsRoutes(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    public List<Route> routes() {
        return List.of(Route.open("/metrics", this::metrics));
    }

    private Answer metrics(RestRequest request) {
        return Answer.text(PROMETHEUS_TEXT, telemetry.page(PROMETHEUS_TEXT));
    }
}
