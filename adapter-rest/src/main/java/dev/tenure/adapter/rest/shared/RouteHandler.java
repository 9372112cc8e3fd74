package dev.tenure.adapter.rest.shared;

import dev.tenure.adapter.http.body.HttpStream;
import dev.tenure.adapter.http.limits.Limits;
import dev.tenure.adapter.http.limits.Quota;
import dev.tenure.adapter.http.request.Endpoint;
import dev.tenure.adapter.http.request.HttpCall;
import dev.tenure.adapter.http.telemetry.Exchange;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.batch.in.PerformWrite;
import dev.tenure.application.tenant.in.AuthenticateKey;
import dev.tenure.domain.shared.Permission;
import dev.tenure.domain.tenant.ApiKey;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Executes an operation: key, permit, use case, response. */
public final class RouteHandler {

    private final Authentication authentication;
    private final Limits limits;
    private final PreconditionedWrites writes;

    public RouteHandler(AuthenticateKey keys, Limits limits, PerformWrite writes) {
        this.authentication = new Authentication(keys);
        this.limits = limits;
        this.writes = new PreconditionedWrites(writes);
    }

    /** The endpoint of the operation. */
    public Endpoint endpoint(Route route) {
        String method = route.method().name();
        Route.Streaming streaming = route.streaming();
        return streaming == null
                ? Endpoint.answering(
                        method, route.path(), route.maxBody(), route.isImport(), call -> answer(route, call)
                                .sent())
                : Endpoint.streaming(method, route.path(), (call, stream) -> stream(route, streaming, call, stream));
    }

    private void stream(Route route, Route.Streaming streaming, HttpCall call, HttpStream stream) throws IOException {
        Exchange exchange = call.exchange();
        RestRequest request = exchange.within(() -> authenticated(route, call));
        exchange.quotaHeaders().forEach(stream::header);
        streaming.answer(request, new StreamedExchange(stream, limits.admission(), exchange.identity()));
    }

    /** The request of a stream, whose permit is only for authentication. */
    private RestRequest authenticated(Route route, HttpCall call) {
        String key = Authentication.presentedKey(call.headers("Authorization"));
        Quota counted = limits.rates().beforeLookingAt(key, call.exchange());
        return limits.admission()
                .admitted(() -> authenticated(route, Objects.requireNonNull(route.permission()), key, counted, call));
    }

    private RestRequest authenticated(
            Route route, Permission needed, String key, @Nullable Quota counted, HttpCall call) {
        Exchange exchange = call.exchange();
        ApiKey known = authentication.key(key);
        exchange.identified(known.tenantId().value(), known.id());
        limits.rates().afterLookingAt(key, known.requestsPerMinute(), counted, exchange);
        Caller caller =
                Authentication.caller(known, tenant(call), exchange.identity().requestId());
        // The use case checks too; this is before the body is parsed, and before a stored response is returned.
        caller.require(needed);
        return new RestRequest(call, caller, route.method().writes());
    }

    private Answer answer(Route route, HttpCall call) {
        Permission needed = route.permission();
        if (needed == null) {
            return route.action()
                    .answer(new RestRequest(call, null, route.method().writes()));
        }
        String key = Authentication.presentedKey(call.headers("Authorization"));
        Quota counted = limits.rates().beforeLookingAt(key, call.exchange());
        return limits.admitted(call.body().length, () -> {
            RestRequest request = authenticated(route, needed, key, counted, call);
            return route.method().writes()
                    ? writes.answer(route, request)
                    : route.action().answer(request);
        });
    }

    private static @Nullable String tenant(HttpCall call) {
        List<String> named = call.headers("Tenant-ID");
        return named.size() == 1 ? named.get(0) : null;
    }
}
