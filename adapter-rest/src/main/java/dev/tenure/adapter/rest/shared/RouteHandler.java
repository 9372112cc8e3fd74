package dev.tenure.adapter.rest.shared;

import dev.tenure.application.guard.in.GuardWrites;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.tenant.in.AuthenticateKey;
import dev.tenure.domain.tenant.Scope;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
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
    private final Guards guards;
    private final Streams streams = new Streams();

    public RouteHandler(AuthenticateKey keys, Admission admission, GuardWrites guardWrites) {
        this.authentication = new Authentication(keys);
        this.admission = admission;
        this.guards = new Guards(guardWrites);
    }

    public void handle(Route route, Context context) {
        RequestIdentity identity = identity(context);
        MDC.put("requestId", identity.requestId());
        try {
            if (route.streaming() == null) {
                send(answer(route, context, identity), context.res());
            } else {
                stream(route, route.streaming(), context, identity);
            }
        } finally {
            MDC.remove("requestId");
            MDC.remove("tenant");
        }
    }

    /** Answers a request that has no operation, or was broken off before it came to one. */
    public void fail(Throwable failure, Context context) {
        send(Errors.answer(failure, identity(context)), context.res());
    }

    private Answer answer(Route route, Context context, RequestIdentity identity) {
        try {
            return admitted(route, context, identity);
        } catch (RuntimeException | Error failure) {
            return Errors.answer(failure, identity);
        }
    }

    private void stream(Route route, Route.Streaming streaming, Context context, RequestIdentity identity) {
        Exchange exchange = new Exchange(context.req(), context.res(), admission, identity);
        try {
            streams.run(
                    () -> streaming.answer(request(route, context, authenticated(route, context, identity)), exchange));
        } catch (IOException clientIsGone) {
            LOG.debug("a stream broke off: {}", clientIsGone.getMessage());
            exchange.breakOff();
        } catch (RuntimeException | Error failure) {
            Answer error = Errors.answer(failure, identity);
            if (exchange.hasBegun()) {
                exchange.breakOff();
            } else {
                exchange.dropBody();
                send(error, context.res());
            }
        }
    }

    private @Nullable Caller authenticated(Route route, Context context, RequestIdentity identity) {
        Scope needed = route.scope();
        if (needed == null) {
            return null;
        }
        String key = Authentication.presentedKey(headers(context.req(), "Authorization"));
        Caller caller = admission.admitted(
                () -> authentication.caller(key, tenant(context.req()), needed, identity.requestId()));
        MDC.put("tenant", caller.tenant().value());
        return caller;
    }

    private Answer admitted(Route route, Context context, RequestIdentity identity) {
        Scope needed = route.scope();
        if (needed == null) {
            return route.action().answer(request(route, context, null));
        }
        String key = Authentication.presentedKey(headers(context.req(), "Authorization"));
        return admission.admitted(() -> {
            Caller caller = authentication.caller(key, tenant(context.req()), needed, identity.requestId());
            MDC.put("tenant", caller.tenant().value());
            RestRequest request = request(route, context, caller);
            return route.method().writes()
                    ? guards.answer(route, request)
                    : route.action().answer(request);
        });
    }

    private static @Nullable String tenant(HttpServletRequest request) {
        List<String> named = headers(request, "Tenant-ID");
        return named.size() == 1 ? named.get(0) : null;
    }

    private static RestRequest request(Route route, Context context, @Nullable Caller caller) {
        HttpServletRequest request = context.req();
        Object body = request.getAttribute(BODY);
        return new RestRequest(
                caller,
                route.method().writes(),
                request.getRequestURI(),
                request.getQueryString(),
                context::pathParam,
                name -> headers(request, name),
                MediaType.of(request.getContentType(), request.getHeader("Content-Encoding")),
                body instanceof byte[] bytes ? bytes : NO_BODY);
    }

    private static RequestIdentity identity(Context context) {
        return context.req().getAttribute(RequestIdentity.ATTRIBUTE) instanceof RequestIdentity identity
                ? identity
                : RequestIdentity.of(null, null, null);
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
