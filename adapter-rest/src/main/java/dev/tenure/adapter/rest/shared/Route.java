package dev.tenure.adapter.rest.shared;

import dev.tenure.adapter.http.request.Endpoint;
import dev.tenure.application.shared.VersionCondition;
import dev.tenure.application.shared.VersionMismatch;
import dev.tenure.domain.shared.Permission;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the API.
 *
 * @param path with its parameters in braces: {@code /v1/orders/{orderId}}
 * @param permission that of the in-port that it calls; null for an operation without a key
 * @param maxBody the largest body, in bytes
 * @param versions checks the version that {@code If-Match} names
 * @param writing replaces the action when the response is made with the write
 * @param streaming replaces the action for bodies of any size
 */
public record Route(
        Method method,
        String path,
        @Nullable Permission permission,
        int maxBody,
        Versions versions,
        Action action,
        @Nullable Writing writing,
        @Nullable Streaming streaming) {

    private static final Versions OF_NOTHING = (request, condition) -> {
        throw VersionMismatch.ofNothing();
    };

    private static final Action NONE = request -> {
        throw new IllegalStateException("this operation streams");
    };

    /** The HTTP methods of the API. */
    public enum Method {
        GET,
        POST,
        PATCH,
        PUT,
        DELETE;

        boolean writes() {
            return this != GET;
        }
    }

    /** Handles a request whose body was read completely. */
    @FunctionalInterface
    public interface Action {

        Answer answer(RestRequest request);
    }

    /** Handles a write whose body was read completely, under its preconditions. */
    @FunctionalInterface
    public interface Writing {

        Answer answer(RestRequest request, Write write);
    }

    /** Handles a request whose body is read while it arrives, or whose response is sent while it is made. */
    @FunctionalInterface
    public interface Streaming {

        /** May throw a refusal as long as nothing of the response was sent. */
        void answer(RestRequest request, StreamedExchange exchange) throws IOException;
    }

    /**
     * Refuses a write that builds on another version; called in the transaction of the write, if the request names a
     * version.
     */
    @FunctionalInterface
    public interface Versions {

        void require(RestRequest request, VersionCondition condition);
    }

    public static Route get(String path, Permission permission, Action action) {
        return of(Method.GET, path, permission, action);
    }

    public static Route post(String path, Permission permission, Action action) {
        return of(Method.POST, path, permission, action);
    }

    public static Route patch(String path, Permission permission, Action action) {
        return of(Method.PATCH, path, permission, action);
    }

    public static Route put(String path, Permission permission, Action action) {
        return of(Method.PUT, path, permission, action);
    }

    public static Route delete(String path, Permission permission, Action action) {
        return of(Method.DELETE, path, permission, action);
    }

    /** An operation without a key. */
    public static Route open(String path, Action action) {
        return of(Method.GET, path, null, action);
    }

    /** An operation that streams; its path has no parameters, and it has no preconditions. */
    public static Route streaming(Method method, String path, Permission permission, Streaming streaming) {
        return new Route(method, path, permission, Endpoint.USUAL_BODY, OF_NOTHING, NONE, null, streaming);
    }

    private static Route of(Method method, String path, @Nullable Permission permission, Action action) {
        return new Route(method, path, permission, Endpoint.USUAL_BODY, OF_NOTHING, action, null, null);
    }

    /**
     * Whether it imports a file row by row in transactions of their own: it may take longer than other requests, and
     * can be repeated.
     */
    boolean isImport() {
        return maxBody > Endpoint.USUAL_BODY;
    }

    public Route withMaxBody(int bytes) {
        return new Route(method, path, permission, bytes, versions, action, writing, streaming);
    }

    /** The operation with a check of the version of what it changes. */
    public Route heldTo(Versions newVersions) {
        return new Route(method, path, permission, maxBody, newVersions, action, writing, streaming);
    }

    /** An operation whose command can share a transaction with those of other requests. */
    public static Route post(String path, Permission permission, Writing writing) {
        return new Route(Method.POST, path, permission, Endpoint.USUAL_BODY, OF_NOTHING, NONE, writing, null);
    }
}
