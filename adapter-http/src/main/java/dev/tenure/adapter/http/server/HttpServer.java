package dev.tenure.adapter.http.server;

import dev.tenure.adapter.http.error.HttpError;
import dev.tenure.adapter.http.error.RequestRefused;
import dev.tenure.adapter.http.error.UnknownPath;
import dev.tenure.adapter.http.limits.Admission;
import dev.tenure.adapter.http.limits.TimeLimit;
import dev.tenure.adapter.http.request.Endpoint;
import dev.tenure.adapter.http.request.ErrorRenderer;
import dev.tenure.adapter.http.telemetry.Exchanges;
import dev.tenure.adapter.http.telemetry.Telemetry;
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
import java.util.List;
import java.util.Map;

/** Serves endpoints over HTTP. A server runs once: after {@link #stop} a new one is needed. */
public final class HttpServer {

    private final HttpConfig config;
    private final List<Endpoint> endpoints;
    private final ErrorRenderer renderer;
    private final Exchanges exchanges;
    private final EndpointHandler handler;
    private final Javalin javalin;
    private volatile int port;

    /**
     * @param endpoints the first one that matches a request handles it
     * @param telemetry where the server records requests
     * @param timeLimit ends the work of the store for a request that takes too long
     */
    public HttpServer(
            HttpConfig config,
            List<Endpoint> endpoints,
            ErrorRenderer renderer,
            Telemetry telemetry,
            TimeLimit timeLimit) {
        this.config = config;
        this.endpoints = List.copyOf(endpoints);
        this.renderer = renderer;
        this.exchanges = new Exchanges(telemetry);
        this.handler = new EndpointHandler(renderer, timeLimit, config.requestTimeout());
        this.javalin = Javalin.create(this::configure);
    }

    /** Admits as many requests at a time as this configuration allows. */
    public static Admission admission(HttpConfig config) {
        return new Admission(config.permits(), config.patience(), Jetty.mostWaiting(config.permits()));
    }

    /**
     * Starts to listen; the server serves when this returns.
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

    /** The port that the server listens on. */
    public int port() {
        return port;
    }

    /** The address of the server for a client on this machine. */
    public URI uri() {
        String host = config.host();
        String reachable = host.equals("0.0.0.0") || host.equals("::") ? HttpConfig.LOOPBACK : host;
        return URI.create(
                "http://%s:%d".formatted(reachable.contains(":") ? "[" + reachable + "]" : reachable, port()));
    }

    /**
     * Refuses new requests, waits for the running ones, at most the configured grace period, and stops. Stopping again
     * does nothing.
     */
    public void stop() {
        try {
            javalin.stop();
        } catch (JavalinException graceIsOver) {
            // The requests that still ran were aborted; Javalin has logged it.
        }
    }

    private void configure(JavalinConfig javalinConfig) {
        javalinConfig.startup.showJavalinBanner = false;
        javalinConfig.startup.showOldJavalinVersionWarning = false;
        javalinConfig.startup.startupWatcherEnabled = false;
        javalinConfig.http.prefer405over404 = true;
        javalinConfig.http.compressionStrategy = CompressionStrategy.NONE;
        javalinConfig.router.ignoreTrailingSlashes = false;
        Jetty.configure(javalinConfig.jetty, config, endpoints, exchanges, renderer);
        RoutesConfig router = javalinConfig.routes;
        endpoints.forEach(endpoint -> add(endpoint, router));
        router.exception(
                NotFoundResponse.class, (absent, context) -> handler.fail(new UnknownPath(context.path()), context));
        router.exception(
                MethodNotAllowedResponse.class,
                (refused, context) -> handler.fail(notAllowed(refused, context), context));
        router.exception(Exception.class, handler::fail);
    }

    private void add(Endpoint endpoint, RoutesConfig router) {
        Handler operation = context -> handler.handle(endpoint, context);
        HandlerType method = HandlerType.findOrCreate(endpoint.method());
        router.addHttpHandler(method, endpoint.path(), operation);
        if (method.equals(HandlerType.GET)) {
            router.head(endpoint.path(), operation);
        }
    }

    private static RequestRefused notAllowed(MethodNotAllowedResponse refused, Context context) {
        String allowed = String.join(", ", refused.getDetails().values());
        return new RequestRefused(
                HttpError.METHOD_NOT_ALLOWED,
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
