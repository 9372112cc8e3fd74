package dev.tenure.adapter.http.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * One request under way, and what its log line, its timer and its span tell in the end. It knows the operation and whose key it was;
 * nothing of what the client sent.
 */
public final class Exchange {

    /** The request attribute that holds it. */
    public static final String ATTRIBUTE = Exchange.class.getName();

    /** What log lines call the tenant of the request they belong to. */
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

    /** The trace that the request belongs to: that of its span, else the one its client named. */
    public @Nullable String traceId() {
        return span.getSpanContext().isValid() ? span.getSpanContext().getTraceId() : identity.traceId();
    }

    /** The path of its operation, parameters in braces; null where it has none. */
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

    /** Notes which operation it is for. */
    public void routed(String path) {
        route = path;
    }

    /** Notes on whose behalf it is; the log lines from here on name the tenant. */
    public void identified(String ofTenant, String ofKey) {
        tenant = ofTenant;
        keyId = ofKey;
        MDC.put(TENANT, ofTenant);
    }

    /** Notes what an answer says of the quota; nothing where there is none. */
    public void limited(Map<String, String> headers) {
        quotaHeaders = headers;
    }

    /** What an answer says of what is left to the caller; nothing where that is not limited. */
    public Map<String, String> quotaHeaders() {
        return quotaHeaders;
    }
}
