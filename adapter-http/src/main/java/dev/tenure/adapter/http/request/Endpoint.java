package dev.tenure.adapter.http.request;

import dev.tenure.adapter.http.body.HttpStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One method of one path, and its handler: either an {@link Answering}, or a {@link Streaming}.
 *
 * @param method in upper case; a GET is asked by HEAD too
 * @param path with its parameters in braces: {@code /v1/orders/{orderId}}
 * @param maxBody the largest body, in bytes
 * @param takesLong whether it may work for longer than a request usually does
 */
public record Endpoint(
        String method,
        String path,
        int maxBody,
        boolean takesLong,
        @Nullable Answering answering,
        @Nullable Streaming streaming) {

    /** The largest body of most endpoints, in bytes. */
    public static final int USUAL_BODY = 1024 * 1024;

    /** Handles a request whose body was read completely; what it throws is rendered as an error. */
    @FunctionalInterface
    public interface Answering {

        HttpAnswer answer(HttpCall call);
    }

    /** Handles a request whose body is read while it arrives, or whose response is sent while it is made. */
    @FunctionalInterface
    public interface Streaming {

        /** May throw a refusal as long as nothing of the response was sent. */
        void answer(HttpCall call, HttpStream stream) throws IOException;
    }

    public static Endpoint answering(String method, String path, int maxBody, boolean takesLong, Answering answering) {
        return new Endpoint(method, path, maxBody, takesLong, answering, null);
    }

    /** An endpoint that streams; its path has no parameters. */
    public static Endpoint streaming(String method, String path, Streaming streaming) {
        return new Endpoint(method, path, USUAL_BODY, true, null, streaming);
    }

    /** Whether the endpoint reads the body of a request itself. */
    public boolean streamsBody() {
        return streaming != null && !method.equals("GET");
    }
}
