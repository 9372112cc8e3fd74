package dev.tenure.adapter.rest.shared;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.batch.in.PerformWrite;
import dev.tenure.application.tenant.in.AuthenticateKey;
import dev.tenure.domain.shared.Permission;
import dev.tenure.domain.tenant.ApiKey;
import io.github.bucket4j.TimeMeter;
import io.javalin.http.Context;
import io.opentelemetry.api.trace.Span;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Takes a request through its operation: key, permit, use case, answer; whatever fails on the way becomes an answer too. */
public final class RouteHandler {

    /** The request attribute that holds the body, a byte array, where there was one. */
    public static final String BODY = RouteHandler.class.getName() + ".body";

    private static final Logger LOG = LoggerFactory.getLogger(RouteHandler.class);
    private static final byte[] NO_BODY = {};

    private final Authentication authentication;
    private final Admission admission;
    private final BodyMemory memory;
    private final Guards guards;
    private final Streams streams = new Streams();
    private final RateLimits rateLimits;
    private final TimeLimit timeLimit;
    private final Duration requestTimeout;

    public RouteHandler(
            AuthenticateKey keys,
            Admission admission,
            PerformWrite writes,
            Telemetry telemetry,
            TimeLimit timeLimit,
            Duration requestTimeout) {
        this.authentication = new Authentication(keys);
        this.admission = admission;
        this.memory = BodyMemory.ofHeap(admission.patience());
        this.guards = new Guards(writes);
        this.rateLimits = new RateLimits(TimeMeter.SYSTEM_NANOTIME, telemetry.meters());
        this.timeLimit = timeLimit;
        this.requestTimeout = requestTimeout;
    }

    public void handle(Route route, Context context) {
        Exchange exchange = exchange(context);
        exchange.routed(route);
        MDC.put("requestId", exchange.identity().requestId());
        try {
            Route.Streaming streaming = route.streaming();
            if (streaming == null) {
                Answer answer = exchange.within(() -> answer(route, context, exchange));
                send(exchange.withQuota(answer), context.res());
            } else {
                stream(route, streaming, context, exchange);
            }
        } finally {
            MDC.remove("requestId");
            MDC.remove("tenant");
        }
    }

    /** Answers a request that has no operation, or was broken off before it came to one. */
    public void fail(Throwable failure, Context context) {
        send(Errors.answer(failure, exchange(context).identity()), context.res());
    }

    private Answer answer(Route route, Context context, Exchange exchange) {
        try {
            return route.isImport()
                    ? admitted(route, context, exchange)
                    : timeLimit.within(requestTimeout, () -> admitted(route, context, exchange));
        } catch (RuntimeException | Error failure) {
            return Errors.answer(failure, exchange.identity());
        }
    }

    private void stream(Route route, Route.Streaming streaming, Context context, Exchange exchange) {
        StreamedExchange streamed = new StreamedExchange(context.req(), context.res(), admission, exchange.identity());
        try {
            streams.run(() -> {
                RestRequest request = exchange.within(() -> authenticated(route, context, exchange));
                exchange.quotaHeaders().forEach(streamed::header);
                streaming.answer(request, streamed);
            });
        } catch (IOException clientIsGone) {
            LOG.debug("a stream broke off: {}", clientIsGone.getMessage());
            streamed.breakOff();
        } catch (RuntimeException | Error failure) {
            Answer error = Errors.answer(failure, exchange.identity());
            if (streamed.hasBegun()) {
                streamed.breakOff();
            } else {
                streamed.dropBody();
                send(exchange.withQuota(error), context.res());
            }
        }
    }

    /** The request of a stream, whose permit is for finding out who asks and no more. */
    private RestRequest authenticated(Route route, Context context, Exchange exchange) {
        String key = Authentication.presentedKey(headers(context.req(), "Authorization"));
        Quota counted = rateLimits.beforeLookingAt(key, exchange);
        return admission.admitted(() ->
                authenticated(route, Objects.requireNonNull(route.permission()), key, counted, context, exchange));
    }

    private RestRequest authenticated(
            Route route, Permission needed, String key, @Nullable Quota counted, Context context, Exchange exchange) {
        ApiKey known = authentication.key(key);
        exchange.authenticated(known);
        MDC.put("tenant", known.tenantId().value());
        rateLimits.afterLookingAt(key, known, counted, exchange);
        Caller caller = Authentication.caller(
                known, tenant(context.req()), exchange.identity().requestId());
        // The use case asks too; here it is asked before the body is read as JSON, and before a kept answer is given.
        caller.require(needed);
        return request(route, context, caller);
    }

    private Answer admitted(Route route, Context context, Exchange exchange) {
        Permission needed = route.permission();
        if (needed == null) {
            return route.action().answer(request(route, context, null));
        }
        String key = Authentication.presentedKey(headers(context.req(), "Authorization"));
        Quota counted = rateLimits.beforeLookingAt(key, exchange);
        return memory.within(
                body(context.req()).length,
                () -> admission.admitted(() -> {
                    RestRequest request = authenticated(route, needed, key, counted, context, exchange);
                    return route.method().writes()
                            ? guards.answer(route, request)
                            : route.action().answer(request);
                }));
    }

    private static @Nullable String tenant(HttpServletRequest request) {
        List<String> named = headers(request, "Tenant-ID");
        return named.size() == 1 ? named.get(0) : null;
    }

    private static RestRequest request(Route route, Context context, @Nullable Caller caller) {
        HttpServletRequest request = context.req();
        return new RestRequest(
                caller,
                route.method().writes(),
                request.getRequestURI(),
                request.getQueryString(),
                context::pathParam,
                name -> headers(request, name),
                MediaType.of(request.getContentType(), request.getHeader("Content-Encoding")),
                body(request));
    }

    private static byte[] body(HttpServletRequest request) {
        return request.getAttribute(BODY) instanceof byte[] bytes ? bytes : NO_BODY;
    }

    private static Exchange exchange(Context context) {
        return context.req().getAttribute(Exchange.ATTRIBUTE) instanceof Exchange exchange
                ? exchange
                : new Exchange(RequestIdentity.of(null, null, null), Span.getInvalid());
    }

    private static List<String> headers(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name));
    }

    // Everything goes into the buffer, which is sent when the thread is gone: a client that does not read holds nobody
    // up.
    private static void send(Answer answer, HttpServletResponse response) {
        response.setBufferSize(answer.body().length + 1);
        response.setStatus(answer.status());
        response.setContentType(answer.contentType());
        answer.headers().forEach(response::setHeader);
        try {
            response.getOutputStream().write(answer.body());
        } catch (IOException clientIsGone) {
            LOG.debug("nobody is there to take the answer: {}", clientIsGone.getMessage());
        }
    }
}
