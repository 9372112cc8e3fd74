package dev.tenure.adapter.rest.shared;

import dev.tenure.domain.tenant.ApiKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One request under way, and what its log line, its timer and its span tell in the end. It knows the operation and whose key it was;
 * nothing of what the client sent.
 */
public final class Exchange {

    /** The request attribute that holds it. */
    public static final String ATTRIBUTE = Exchange.class.getName();

    private final RequestIdentity identity;
    private final Span span;
    private volatile @Nullable Route route;
    private volatile @Nullable ApiKey key;
    private volatile @Nullable Quota quota;

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
        Route found = route;
        return found == null ? null : found.path();
    }

    public @Nullable String tenant() {
        ApiKey known = key;
        return known == null ? null : known.tenantId().value();
    }

    public @Nullable String keyId() {
        ApiKey known = key;
        return known == null ? null : known.id();
    }

    /** Runs {@code work} as a part of its span. */
    <T> T within(Supplier<T> work) {
        return Context.current().with(span).wrapSupplier(work).get();
    }

    void routed(Route found) {
        route = found;
    }

    void authenticated(ApiKey known) {
        key = known;
    }

    void limited(@Nullable Quota left) {
        quota = left;
    }

    /** What an answer tells of what is left to the key; nothing where that is not limited. */
    Map<String, String> quotaHeaders() {
        Quota left = quota;
        return left == null ? Map.of() : left.headers();
    }

    /** The answer with what is left to the key, where that is limited. */
    Answer withQuota(Answer answer) {
        Answer told = answer;
        for (Map.Entry<String, String> header : quotaHeaders().entrySet()) {
            told = told.with(header.getKey(), header.getValue());
        }
        return told;
    }
}
