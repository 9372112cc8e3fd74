package dev.tenure.adapter.http.request;

import dev.tenure.adapter.http.telemetry.Exchange;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request as an endpoint sees it; its body has been read in full, unless the endpoint streams. */
public final class HttpCall {

    /** The request attribute that holds the body, a byte array, where there was one. */
    public static final String BODY = HttpCall.class.getName() + ".body";

    private static final byte[] NO_BODY = {};

    private final Context context;
    private final Exchange exchange;

    public HttpCall(Context context, Exchange exchange) {
        this.context = context;
        this.exchange = exchange;
    }

    public Exchange exchange() {
        return exchange;
    }

    public String path() {
        return request().getRequestURI();
    }

    /** The raw query string. */
    public @Nullable String query() {
        return request().getQueryString();
    }

    public String pathParameter(String name) {
        return context.pathParam(name);
    }

    /** Every value of this header, in order. */
    public List<String> headers(String name) {
        return Collections.list(request().getHeaders(name));
    }

    public MediaType contentType() {
        return MediaType.of(request().getHeader("Content-Type"), request().getHeader("Content-Encoding"));
    }

    /** The bytes themselves; nobody changes them. */
    public byte[] body() {
        return request().getAttribute(BODY) instanceof byte[] bytes ? bytes : NO_BODY;
    }

    private HttpServletRequest request() {
        return context.req();
    }
}
