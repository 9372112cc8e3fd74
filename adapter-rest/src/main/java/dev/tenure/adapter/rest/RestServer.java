package dev.tenure.adapter.rest;

import dev.tenure.adapter.http.limits.Limits;
import dev.tenure.adapter.http.limits.TimeLimit;
import dev.tenure.adapter.http.server.CannotListen;
import dev.tenure.adapter.http.server.HttpConfig;
import dev.tenure.adapter.http.server.HttpServer;
import dev.tenure.adapter.http.telemetry.Telemetry;
import dev.tenure.adapter.json.shared.CommandReader;
import dev.tenure.adapter.rest.catalog.ProductRoutes;
import dev.tenure.adapter.rest.customer.CustomerRoutes;
import dev.tenure.adapter.rest.eventlog.EventRoutes;
import dev.tenure.adapter.rest.field.CustomFieldRoutes;
import dev.tenure.adapter.rest.importing.ImportRoutes;
import dev.tenure.adapter.rest.openapi.OpenApiRoutes;
import dev.tenure.adapter.rest.order.ExportRoutes;
import dev.tenure.adapter.rest.order.OrderRoutes;
import dev.tenure.adapter.rest.service.HealthRoutes;
import dev.tenure.adapter.rest.service.MetricsRoutes;
import dev.tenure.adapter.rest.shared.Errors;
import dev.tenure.adapter.rest.shared.Route;
import dev.tenure.adapter.rest.shared.RouteHandler;
import dev.tenure.adapter.rest.subscription.FulfilmentRoutes;
import dev.tenure.adapter.rest.subscription.SubscriptionRoutes;
import dev.tenure.application.UseCases;
import dev.tenure.application.shared.CommandChecks;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The HTTP API of these use cases. A server runs once: after {@link #stop} a new one is needed. */
public final class RestServer {

    private final List<Route> routes;
    private final HttpServer server;

    /**
     * @param checks the checks of the use cases, for a command that is refused before it reaches them
     * @param readiness whether the store responds; called on every {@code /health/ready}
     */
    public RestServer(HttpConfig config, UseCases useCases, CommandChecks checks, BooleanSupplier readiness) {
        this(config, useCases, checks, readiness, Telemetry.withoutTraces(), TimeLimit::none);
    }

    /**
     * @param telemetry where the server records requests
     * @param timeLimit ends the work of the store for a request that takes too long
     */
    public RestServer(
            HttpConfig config,
            UseCases useCases,
            CommandChecks checks,
            BooleanSupplier readiness,
            Telemetry telemetry,
            TimeLimit timeLimit) {
        this.routes = routes(useCases, new CommandReader(checks), readiness, telemetry);
        Limits limits = new Limits(HttpServer.admission(config), telemetry.meters());
        RouteHandler handler = new RouteHandler(
                useCases.tenants().authenticateKey(),
                limits,
                useCases.idempotency().performWrite());
        this.server = new HttpServer(
                config, routes.stream().map(handler::endpoint).toList(), Errors::answer, telemetry, timeLimit);
    }

    /** The endpoints. */
    List<Route> routes() {
        return routes;
    }

    private static List<Route> routes(
            UseCases useCases, CommandReader reading, BooleanSupplier readiness, Telemetry telemetry) {
        List<Route> routes = new ArrayList<>();
        // Before the routes of one order, where "export" would be its id.
        routes.addAll(new ExportRoutes(useCases).routes());
        routes.addAll(new FulfilmentRoutes(useCases, reading).routes());
        routes.addAll(new ImportRoutes(useCases).routes());
        routes.addAll(new OrderRoutes(useCases, reading).routes());
        routes.addAll(new EventRoutes(useCases).routes());
        routes.addAll(new CustomFieldRoutes(useCases, reading).routes());
        routes.addAll(new CustomerRoutes(useCases).routes());
        routes.addAll(new SubscriptionRoutes(useCases, reading).routes());
        routes.addAll(new ProductRoutes(useCases, reading).routes());
        routes.addAll(new HealthRoutes(readiness).routes());
        routes.addAll(new OpenApiRoutes().routes());
        routes.addAll(new MetricsRoutes(telemetry).routes());
        return List.copyOf(routes);
    }

    /**
     * Starts to listen; the API serves when this returns.
     *
     * @throws CannotListen when the port is taken or the host is not one of this machine
     */
    public void start() {
        server.start();
    }

    /** The port that the server listens on. */
    public int port() {
        return server.port();
    }

    /** The address of the API for a client on this machine. */
    public URI uri() {
        return server.uri();
    }

    /**
     * Refuses new requests, waits for the running ones, at most the configured grace period, and stops. Stopping again
     * does nothing.
     */
    public void stop() {
        server.stop();
    }
}
