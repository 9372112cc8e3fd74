package dev.tenure.adapter.http.body;

import dev.tenure.adapter.http.error.RequestRefused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/**
 * A request whose body is read while it arrives, and whose response is sent while it is made. Both happen at the pace
 * of the client, so neither may hold a permit or a transaction.
 */
public final class HttpStream {

    /** The request attribute that holds the {@link Connection} of a stream. */
    public static final String CONNECTION = HttpStream.class.getName() + ".connection";

    private static final long MAX_DROPPED = 32L * 1024 * 1024;
    private static final Duration DROPPING = Duration.ofSeconds(20);

    /** The connection under a stream. */
    public interface Connection {

        /** Closes it at once, so that the response does not look complete. */
        void breakOff();

        /** Closes it after this time, unless the returned runnable runs before. */
        Runnable breakOffAfter(Duration time);
    }

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private boolean begun;

    public HttpStream(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    /** The body as it arrives; a client that is too slow is refused. */
    public InputStream body() throws IOException {
        return new PacedBody(request.getInputStream());
    }

    /** Whether the client wants only the head of the response. */
    public boolean isHead() {
        return request.getMethod().equals("HEAD");
    }

    /** Starts a 200 response; from now on a failure can only abort it. */
    public OutputStream begin(String contentType) throws IOException {
        begun = true;
        response.setStatus(200);
        response.setContentType(contentType);
        return new PacedAnswer(response.getOutputStream(), connection());
    }

    /** Sets a header of the response, before it starts. */
    public void header(String name, String value) {
        response.setHeader(name, value);
    }

    /** Whether the response has started. */
    public boolean hasBegun() {
        return begun;
    }

    /** Closes the connection, so that the client sees that the response is incomplete. */
    public void breakOff() {
        connection().breakOff();
    }

    /**
     * Reads the rest of the body, within limits: a client that is still sending gets no response when the connection
     * breaks.
     */
    public void dropBody() {
        Runnable inTime = connection().breakOffAfter(DROPPING);
        try (InputStream body = body()) {
            byte[] dropped = new byte[16 * 1024];
            long left = MAX_DROPPED;
            int read = body.read(dropped);
            while (read >= 0 && left > 0) {
                left -= read;
                read = body.read(dropped);
            }
        } catch (IOException | RequestRefused noMoreOfIt) {
            // The response is sent nevertheless.
        } finally {
            inTime.run();
        }
    }

    private Connection connection() {
        if (request.getAttribute(CONNECTION) instanceof Connection connection) {
            return connection;
        }
        throw new IllegalStateException("this request came without its connection");
    }
}
