package dev.tenure.adapter.http.server;

import dev.tenure.adapter.http.body.HttpStream;
import dev.tenure.adapter.http.limits.StreamLimit;
import dev.tenure.adapter.http.limits.TimeLimit;
import dev.tenure.adapter.http.request.Endpoint;
import dev.tenure.adapter.http.request.Endpoint.Answering;
import dev.tenure.adapter.http.request.Endpoint.Streaming;
import dev.tenure.adapter.http.request.ErrorRenderer;
import dev.tenure.adapter.http.request.HttpAnswer;
import dev.tenure.adapter.http.request.HttpCall;
import dev.tenure.adapter.http.telemetry.Exchange;
import dev.tenure.adapter.http.telemetry.RequestIdentity;
import io.javalin.http.Context;
import io.opentelemetry.api.trace.Span;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Calls the endpoint of a request and sends its response; renders every failure too. */
final class EndpointHandler {

    private static final Logger LOG = LoggerFactory.getLogger(EndpointHandler.class);
    private static final String REQUEST_ID = "requestId";

    private final ErrorRenderer renderer;
    private final TimeLimit timeLimit;
    private final Duration requestTimeout;
    private final StreamLimit streams = new StreamLimit();

    EndpointHandler(ErrorRenderer renderer, TimeLimit timeLimit, Duration requestTimeout) {
        this.renderer = renderer;
        this.timeLimit = timeLimit;
        this.requestTimeout = requestTimeout;
    }

    void handle(Endpoint endpoint, Context context) {
        Exchange exchange = exchange(context);
        exchange.routed(endpoint.path());
        MDC.put(REQUEST_ID, exchange.identity().requestId());
        HttpCall call = new HttpCall(context, exchange);
        try {
            Streaming streaming = endpoint.streaming();
            if (streaming == null) {
                Answering answering = Objects.requireNonNull(endpoint.answering());
                HttpAnswer answer = exchange.within(() -> answer(endpoint, answering, call));
                send(answer.with(exchange.quotaHeaders()), context.res());
            } else {
                stream(streaming, call, context);
            }
        } finally {
            MDC.remove(REQUEST_ID);
            MDC.remove(Exchange.TENANT);
        }
    }

    /** Responds to a request that has no endpoint, or failed before its endpoint was called. */
    void fail(Throwable failure, Context context) {
        send(renderer.render(failure, exchange(context).identity()), context.res());
    }

    private HttpAnswer answer(Endpoint endpoint, Answering answering, HttpCall call) {
        try {
            return endpoint.takesLong()
                    ? answering.answer(call)
                    : timeLimit.within(requestTimeout, () -> answering.answer(call));
        } catch (RuntimeException | Error failure) {
            return renderer.render(failure, call.exchange().identity());
        }
    }

    private void stream(Streaming streaming, HttpCall call, Context context) {
        HttpStream stream = new HttpStream(context.req(), context.res());
        try {
            streams.run(() -> streaming.answer(call, stream));
        } catch (IOException clientIsGone) {
            LOG.debug("a stream broke off: {}", clientIsGone.getMessage());
            stream.breakOff();
        } catch (RuntimeException | Error failure) {
            Exchange exchange = call.exchange();
            HttpAnswer error = renderer.render(failure, exchange.identity());
            if (stream.hasBegun()) {
                stream.breakOff();
            } else {
                stream.dropBody();
                send(error.with(exchange.quotaHeaders()), context.res());
            }
        }
    }

    private static Exchange exchange(Context context) {
        return context.req().getAttribute(Exchange.ATTRIBUTE) instanceof Exchange exchange
                ? exchange
                : new Exchange(RequestIdentity.of(null, null, List.of()), Span.getInvalid());
    }

    // Everything goes into the buffer, which is sent without the thread: a client that does not read blocks no other.
    private static void send(HttpAnswer answer, HttpServletResponse response) {
        response.setBufferSize(answer.body().length + 1);
        response.setStatus(answer.status());
        response.setContentType(answer.contentType());
        answer.headers().forEach(response::setHeader);
        try {
            response.getOutputStream().write(answer.body());
        } catch (IOException clientIsGone) {
            LOG.debug("the client does not read the response: {}", clientIsGone.getMessage());
        }
    }
}
