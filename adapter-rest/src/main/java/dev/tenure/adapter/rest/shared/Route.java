package dev.tenure.adapter.rest.shared;

import dev.tenure.domain.tenant.Scope;
import org.jspecify.annotations.Nullable;

/**
 * One operation of the API.
 *
 * @param path with its parameters in braces: {@code /v1/orders/{orderId}}
 * @param scope what the caller's key must allow; null for an operation without a key
 * @param maxBody the largest body, in bytes
 */
public record Route(Method method, String path, @Nullable Scope scope, int maxBody, Action action) {

    public static final int MAX_JSON_BODY = 1024 * 1024;

    /** The methods in use. */
    public enum Method {
        GET,
        POST
    }

    /** What an operation does with a request whose body has been read in full. */
    @FunctionalInterface
    public interface Action {

        Answer answer(RestRequest request);
    }

    public static Route get(String path, Scope scope, Action action) {
        return new Route(Method.GET, path, scope, MAX_JSON_BODY, action);
    }

    public static Route post(String path, Scope scope, Action action) {
        return new Route(Method.POST, path, scope, MAX_JSON_BODY, action);
    }

    /** An operation that anybody may ask for. */
    public static Route open(String path, Action action) {
        return new Route(Method.GET, path, null, MAX_JSON_BODY, action);
    }

    public Route withMaxBody(int bytes) {
        return new Route(method, path, scope, bytes, action);
    }
}
