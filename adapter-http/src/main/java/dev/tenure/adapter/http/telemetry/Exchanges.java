package dev.tenure.adapter.http.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Gives every request its id and its span, and every response that id and the client's trace context. Records each
 * request: one line in the log, one time in the metrics, one span. None of them has what a client sent, except its
 * request id.
 */
public final class Exchanges {

    private static final Logger LOG = LoggerFactory.getLogger("dev.tenure.access");

    /** The route of a request without an operation: paths that clients invent must not become names of meters. */
    private static final String NO_ROUTE = "none";

    private static final String OTHER_METHOD = "OTHER";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30)
    };

    private final Telemetry telemetry;
    private final Tracer tracer;
    private final AtomicInteger inFlight = new AtomicInteger();

    /** By their tags: a builder for each request is half a dozen objects and a look-up. */
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    public Exchanges(Telemetry telemetry) {
        this.telemetry = telemetry;
        this.tracer = telemetry.tracing().getTracer("dev.tenure.rest");
        Gauge.builder("http.server.requests.active", inFlight::get)
                .description("Requests whose first byte has come and whose answer is not complete")
                .register(telemetry.meters());
    }

    /** The exchange of this request, which starts here if it has none. */
    public Exchange of(Request request, Response response) {
        if (request.getAttribute(Exchange.ATTRIBUTE) instanceof Exchange known) {
            return known;
        }
        HttpFields headers = request.getHeaders();
        RequestIdentity identity = RequestIdentity.of(
                headers.get("X-Request-Id"), headers.get("traceparent"), headers.getValuesList(HttpHeader.ACCEPT));
        Exchange exchange = new Exchange(identity, span(request));
        request.setAttribute(Exchange.ATTRIBUTE, exchange);
        response.getHeaders().put("X-Request-Id", identity.requestId());
        if (identity.traceparent() != null) {
            response.getHeaders().put("traceparent", identity.traceparent());
        }
        long begin = NanoTime.now();
        inFlight.incrementAndGet();
        Request.addCompletionListener(request, failure -> {
            inFlight.decrementAndGet();
            recordRequest(exchange, method(request), response.getStatus(), NanoTime.since(begin));
        });
        return exchange;
    }

    private Span span(Request request) {
        Context client = telemetry
                .tracing()
                .getPropagators()
                .getTextMapPropagator()
                .extract(Context.root(), request.getHeaders(), Headers.GETTER);
        return tracer.spanBuilder(method(request))
                .setParent(client)
                .setSpanKind(SpanKind.SERVER)
                .startSpan();
    }

    private void recordRequest(Exchange exchange, String method, int status, long nanos) {
        String route = exchange.route();
        timers.computeIfAbsent(new Kind(method, route == null ? NO_ROUTE : route, status), this::timer)
                .record(nanos, TimeUnit.NANOSECONDS);
        end(exchange, method, route, status);
        log(exchange, method, route, status, TimeUnit.NANOSECONDS.toMillis(nanos));
    }

    private Timer timer(Kind kind) {
        return Timer.builder("http.server.requests")
                .description("Requests from their first byte to the end of their answer")
                .serviceLevelObjectives(BUCKETS)
                .tag("method", kind.method())
                .tag("route", kind.route())
                .tag("status", String.valueOf(kind.status()))
                .register(telemetry.meters());
    }

    private static void end(Exchange exchange, String method, @Nullable String route, int status) {
        Span span = exchange.span();
        if (span.isRecording()) {
            span.setAttribute("http.request.method", method).setAttribute("http.response.status_code", status);
            span.setAttribute("tenure.request_id", exchange.identity().requestId());
            if (route != null) {
                span.updateName(method + " " + route).setAttribute("http.route", route);
            }
            if (exchange.tenant() != null) {
                span.setAttribute("tenure.tenant", exchange.tenant());
            }
            if (exchange.keyId() != null) {
                span.setAttribute("tenure.key_id", exchange.keyId());
            }
            if (status >= 500) {
                span.setStatus(StatusCode.ERROR).setAttribute("error.type", String.valueOf(status));
            }
        }
        span.end();
    }

    private static void log(Exchange exchange, String method, @Nullable String route, int status, long millis) {
        LoggingEventBuilder line = LOG.atInfo();
        line = with(line, "requestId", exchange.identity().requestId());
        line = with(line, "tenant", exchange.tenant());
        line = with(line, "keyId", exchange.keyId());
        line = with(line, "method", method);
        line = with(line, "route", route);
        line = line.addKeyValue("status", status).addKeyValue("durationMillis", millis);
        line = with(line, "traceId", exchange.traceId());
        line.log("{} {} {} in {} ms", method, route == null ? "(no operation)" : route, status, millis);
    }

    private static LoggingEventBuilder with(LoggingEventBuilder line, String name, @Nullable String value) {
        return value == null ? line : line.addKeyValue(name, value);
    }

    private static String method(Request request) {
        String method = request.getMethod();
        return METHODS.contains(method) ? method : OTHER_METHOD;
    }

    private record Kind(String method, String route, int status) {}

    private enum Headers implements TextMapGetter<HttpFields> {
        GETTER;

        @Override
        public @Nullable String get(@Nullable HttpFields headers, String name) {
            return headers == null ? null : headers.get(name);
        }
    }
}
