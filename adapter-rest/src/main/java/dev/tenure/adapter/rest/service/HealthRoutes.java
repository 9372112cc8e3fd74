package dev.tenure.adapter.rest.service;

import dev.tenure.adapter.json.shared.JsonObject;
import dev.tenure.adapter.rest.shared.Answer;
import dev.tenure.adapter.rest.shared.RestRequest;
import dev.tenure.adapter.rest.shared.Route;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Liveness and readiness. Neither needs a key. */
public final class HealthRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(HealthRoutes.class);

    private final BooleanSupplier readiness;

    public HealthRoutes(BooleanSupplier readiness) {
        this.readiness = readiness;
    }

    public List<Route> routes() {
        return List.of(Route.open("/health/live", this::live), Route.open("/health/ready", this::ready));
    }

    private Answer live(RestRequest request) {
        return Answer.ok(new JsonObject().text("status", "live"));
    }

    private Answer ready(RestRequest request) {
        return isReady()
                ? Answer.ok(new JsonObject().text("status", "ready"))
                : Answer.json(503, new JsonObject().text("status", "not_ready"));
    }

    private boolean isReady() {
        try {
            return readiness.getAsBoolean();
        } catch (RuntimeException broken) {
            LOG.warn("the readiness check failed", broken);
            return false;
        }
    }
}
