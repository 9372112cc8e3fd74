package dev.tenure.adapter.rest;

import dev.tenure.adapter.json.shared.CommandReader;
import dev.tenure.adapter.rest.bulk.BulkRoutes;
import dev.tenure.adapter.rest.catalog.ProductRoutes;
import dev.tenure.adapter.rest.customer.CustomerRoutes;
import dev.tenure.adapter.rest.openapi.OpenApiRoutes;
import dev.tenure.adapter.rest.order.CustomFieldRoutes;
import dev.tenure.adapter.rest.order.OrderRoutes;
import dev.tenure.adapter.rest.service.HealthRoutes;
import dev.tenure.adapter.rest.service.MetricsRoutes;
import dev.tenure.adapter.rest.shared.Admission;
import dev.tenure.adapter.rest.shared.RequestRefused;
import dev.tenure.adapter.rest.shared.RestError;
import dev.tenure.adapter.rest.shared.Route;
import dev.tenure.adapter.rest.shared.RouteHandler;
import dev.tenure.adapter.rest.shared.Telemetry;
import dev.tenure.adapter.rest.shared.TimeLimit;
import dev.tenure.adapter.rest.subscription.SubscriptionRoutes;
import dev.tenure.application.UseCases;
import dev.tenure.application.shared.CommandChecks;
import dev.tenure.application.shared.NotFound;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import java.net.BindException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** The HTTP API, over the use cases it is given. A server runs once: after {@link #stop} a new one is needed. */
public final class RestServer {

    private final RestConfig config;
    private final List<Route> routes;
    private final Exchanges exchanges;
    private final RouteHandler handler;
    private final Javalin javalin;
    private volatile int port;

    /**
     * @param checks checks what the use cases check, for a command that is refused before it reaches them
     * @param readiness whether the store answers; asked on every {@code /health/ready}
     */
    public RestServer(RestConfig config, UseCases useCases, CommandChecks checks, BooleanSupplier readiness) {
        this(config, useCases, checks, readiness, Telemetry.withoutTraces(), TimeLimit::none);
    }

    /**
     * @param telemetry where the server tells what it does
     * @param timeLimit ends what the store does for a request that takes too long
     */
    public RestServer(
            RestConfig config,
            UseCases useCases,
            CommandChecks checks,
            BooleanSupplier readiness,
            Telemetry telemetry,
            TimeLimit timeLimit) {
        this.config = config;
        this.routes = routes(useCases, new CommandReader(checks), readiness, telemetry);
        this.exchanges = new Exchanges(telemetry);
        Admission admission = new Admission(config.permits(), config.patience(), Jetty.mostWaiting(config.permits()));
        admission.showIn(telemetry.meters());
        this.handler = new RouteHandler(
                useCases.tenants().authenticateKey(),
                admission,
                useCases.idempotency().performWrite(),
                telemetry,
                timeLimit,
                config.requestTimeout());
        this.javalin = Javalin.create(this::configure);
    }

    /** What is served. */
    List<Route> routes() {
        return routes;
    }

    private static List<Route> routes(
            UseCases useCases, CommandReader reading, BooleanSupplier readiness, Telemetry telemetry) {
        List<Route> routes = new ArrayList<>();
        // First: what they call export is an order's id to the others.
        routes.addAll(new BulkRoutes(useCases, reading).routes());
        routes.addAll(new OrderRoutes(useCases, reading).routes());
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
     * Starts to listen; the API answers when this returns.
     *
     * @throws CannotListen when the port is taken or the host is not one of this machine
     */
    public void start() {
        try {
            javalin.start();
            port = javalin.port();
        } catch (JavalinException failure) {
            stop();
            throw isAboutTheAddress(failure)
                    ? new CannotListen(
                            "can't listen on %s:%d: the port is taken, needs more rights, or the host is not of this machine"
                                    .formatted(config.host(), config.port()),
                            failure)
                    : failure;
        }
    }

    /** The port that was found at the start. */
    public int port() {
        return port;
    }

    /** Where a client on this machine finds the API. */
    public URI uri() {
        String host = config.host();
        String reachable = host.equals("0.0.0.0") || host.equals("::") ? RestConfig.LOOPBACK : host;
        return URI.create(
                "http://%s:%d".formatted(reachable.contains(":") ? "[" + reachable + "]" : reachable, port()));
    }

    /** Refuses new requests, waits for those under way, at most the configured grace, and stops. Stopping again does nothing. */
    public void stop() {
        try {
            javalin.stop();
        } catch (JavalinException graceIsOver) {
            // What was still under way has been broken off; Javalin has logged it.
        }
    }

    private void configure(JavalinConfig javalinConfig) {
        javalinConfig.startup.showJavalinBanner = false;
        javalinConfig.startup.showOldJavalinVersionWarning = false;
        javalinConfig.startup.startupWatcherEnabled = false;
        javalinConfig.http.prefer405over404 = true;
        javalinConfig.http.compressionStrategy = CompressionStrategy.NONE;
        javalinConfig.router.ignoreTrailingSlashes = false;
        Jetty.configure(javalinConfig.jetty, config, routes, exchanges);
        RoutesConfig router = javalinConfig.routes;
        routes.forEach(route -> add(route, router));
        router.exception(
                NotFoundResponse.class,
                (absent, context) -> handler.fail(new NotFound("operation", context.path()), context));
        router.exception(
                MethodNotAllowedResponse.class,
                (refused, context) -> handler.fail(notAllowed(refused, context), context));
        router.exception(Exception.class, handler::fail);
    }

    private void add(Route route, RoutesConfig router) {
        Handler operation = context -> handler.handle(route, context);
        HandlerType method = HandlerType.findOrCreate(route.method().name());
        router.addHttpHandler(method, route.path(), operation);
        if (route.method() == Route.Method.GET) {
            router.head(route.path(), operation);
        }
    }

    private static RequestRefused notAllowed(MethodNotAllowedResponse refused, Context context) {
        String allowed = String.join(", ", refused.getDetails().values());
        return new RequestRefused(
                RestError.METHOD_NOT_ALLOWED,
                "%s takes %s, not %s"
                        .formatted(context.path(), allowed, context.req().getMethod()),
                Map.of("Allow", allowed));
    }

    private static boolean isAboutTheAddress(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException
                    || cause instanceof UnresolvedAddressException
                    || cause instanceof UnknownHostException
                    || cause instanceof JavalinBindException) {
                return true;
            }
        }
        return false;
    }
}
