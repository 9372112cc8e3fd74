package dev.tenure.adapter.http.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * One request, with what its log line, its timer and its span record at the end: the operation, the key and the tenant,
 * and nothing that the client sent.
 */
public final class Exchange {

    /** The request attribute that holds it. */
    public static final String ATTRIBUTE = Exchange.class.getName();

    /** The name of the tenant in log lines. */
    public static final String TENANT = "tenant";

    private final RequestIdentity identity;
    private final Span span;
    private volatile @Nullable String route;
    private volatile @Nullable String tenant;
    private volatile @Nullable String keyId;
    private volatile Map<String, String> quotaHeaders = Map.of();

    public Exchange(RequestIdentity identity, Span span) {
        this.identity = identity;
        this.span = span;
    }

    public RequestIdentity identity() {
        return identity;
    }

    public Span span() {
        return span;
    }

    /** The trace that the request belongs to: that of its span, or the one that the client sent. */
    public @Nullable String traceId() {
        return span.getSpanContext().isValid() ? span.getSpanContext().getTraceId() : identity.traceId();
    }

    /** The path of its operation, parameters in braces; null if it has none. */
    public @Nullable String route() {
        return route;
    }

    public @Nullable String tenant() {
        return tenant;
    }

    public @Nullable String keyId() {
        return keyId;
    }

    /** Runs {@code work} as a part of its span. */
    public <T> T within(Supplier<T> work) {
        return Context.current().with(span).wrapSupplier(work).get();
    }

    /** Records its operation. */
    public void routed(String path) {
        route = path;
    }

    /** Records its key and tenant; the log lines from here on name the tenant. */
    public void identified(String ofTenant, String ofKey) {
        tenant = ofTenant;
        keyId = ofKey;
        MDC.put(TENANT, ofTenant);
    }

    /** Records the quota for the response headers; null for an unlimited key. */
    public void limited(Map<String, String> headers) {
        quotaHeaders = headers;
    }

    /** The quota headers of the response; none for an unlimited key. */
    public Map<String, String> quotaHeaders() {
        return quotaHeaders;
    }
}
