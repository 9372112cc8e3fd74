package dev.tenure.adapter.rest;

import dev.tenure.adapter.rest.shared.RequestIdentity;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives every request its name, and every answer that name and the client's trace context. */
final class Identify extends Handler.Wrapper {

    private static final Logger LOG = LoggerFactory.getLogger(Identify.class);

    Identify(Handler handler) {
        super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        RequestIdentity identity = identify(request, response);
        if (LOG.isDebugEnabled()) {
            long begin = NanoTime.now();
            Request.addCompletionListener(
                    request,
                    failure -> LOG.debug(
                            "{} {} {} in {} ms, request {}",
                            request.getMethod(),
                            request.getHttpURI().getPath(),
                            response.getStatus(),
                            NanoTime.millisSince(begin),
                            identity.requestId()));
        }
        return super.handle(request, response, callback);
    }

    /** The name of this request: the one it has, or one that it and its answer are given here. */
    static RequestIdentity identify(Request request, Response response) {
        if (request.getAttribute(RequestIdentity.ATTRIBUTE) instanceof RequestIdentity known) {
            return known;
        }
        HttpFields headers = request.getHeaders();
        RequestIdentity identity = RequestIdentity.of(
                headers.get("X-Request-Id"), headers.get("traceparent"), headers.get(HttpHeader.ACCEPT));
        request.setAttribute(RequestIdentity.ATTRIBUTE, identity);
        response.getHeaders().put("X-Request-Id", identity.requestId());
        if (identity.traceparent() != null) {
            response.getHeaders().put("traceparent", identity.traceparent());
        }
        return identity;
    }
}
