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
 * @param permission that of the in-port that it drives; null for an operation without a key
 * @param maxBody the largest body, in bytes
 * @param versions holds what a write changes to the version that {@code If-Match} names
 * @param writing what the operation does in place of the action, where the response is made with the write
 * @param streaming what the operation does in place of the action, where bodies of any size come in or go out
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

    /** The methods in use. */
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

    /** What an operation does with a request whose body has been read in full. */
    @FunctionalInterface
    public interface Action {

        Answer answer(RestRequest request);
    }

    /** What an operation does with a request whose body has been read in full, under its preconditions. */
    @FunctionalInterface
    public interface Writing {

        Answer answer(RestRequest request, Write write);
    }

    /** What an operation does whose body is read while it comes, or whose answer is sent while it is made. */
    @FunctionalInterface
    public interface Streaming {

        /** Throws what the request is refused for, as long as nothing of the answer was sent. */
        void answer(RestRequest request, StreamedExchange exchange) throws IOException;
    }

    /** Refuses a write that builds on another version; asked in the transaction of the write, where the request names one. */
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

    /** An operation that anybody may ask for. */
    public static Route open(String path, Action action) {
        return of(Method.GET, path, null, action);
    }

    /** An operation that streams; its path has no parameters, and no guard of writes is for it. */
    public static Route streaming(Method method, String path, Permission permission, Streaming streaming) {
        return new Route(method, path, permission, Endpoint.USUAL_BODY, OF_NOTHING, NONE, null, streaming);
    }

    private static Route of(Method method, String path, @Nullable Permission permission, Action action) {
        return new Route(method, path, permission, Endpoint.USUAL_BODY, OF_NOTHING, action, null, null);
    }

    /**
     * Whether it takes a file in, each row of which is a transaction of its own: it may take longer than a request usually does, and does
     * no harm when it is sent again.
     */
    boolean isImport() {
        return maxBody > Endpoint.USUAL_BODY;
    }

    public Route withMaxBody(int bytes) {
        return new Route(method, path, permission, bytes, versions, action, writing, streaming);
    }

    /** The operation with somebody who knows the version of what it changes. */
    public Route heldTo(Versions newVersions) {
        return new Route(method, path, permission, maxBody, newVersions, action, writing, streaming);
    }

    /** An operation whose command can share a transaction with those of other requests. */
    public static Route post(String path, Permission permission, Writing writing) {
        return new Route(Method.POST, path, permission, Endpoint.USUAL_BODY, OF_NOTHING, NONE, writing, null);
    }
}
