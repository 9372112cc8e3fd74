package dev.tenure.adapter.http.body;

import dev.tenure.adapter.http.error.RequestRefused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/**
 * A request whose body is read while it comes, and whose answer is sent while it is made. Both happen at the pace of the
 * client, so neither may hold a permit or a transaction.
 */
public final class HttpStream {

    /** The request attribute that holds the {@link Connection} of a stream. */
    public static final String CONNECTION = HttpStream.class.getName() + ".connection";

    private static final long MAX_DROPPED = 32L * 1024 * 1024;
    private static final Duration DROPPING = Duration.ofSeconds(20);

    /** The connection under a stream. */
    public interface Connection {

        /** Closes it at once, so that what was sent does not look whole. */
        void breakOff();

        /** Closes it after this time, unless the returned thing is run before. */
        Runnable breakOffAfter(Duration time);
    }

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private boolean begun;

    public HttpStream(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    /** The body as it comes; a client that is too slow with it is refused. */
    public InputStream body() throws IOException {
        return new PacedBody(request.getInputStream());
    }

    /** Whether the client wants no more than the head of the answer. */
    public boolean isHead() {
        return request.getMethod().equals("HEAD");
    }

    /** Begins a 200 answer; from now on a failure can only break it off. */
    public OutputStream begin(String contentType) throws IOException {
        begun = true;
        response.setStatus(200);
        response.setContentType(contentType);
        return new PacedAnswer(response.getOutputStream(), connection());
    }

    /** Sets a header of the answer, before it begins. */
    public void header(String name, String value) {
        response.setHeader(name, value);
    }

    /** Whether the answer has begun. */
    public boolean hasBegun() {
        return begun;
    }

    /** Closes the connection, so that the client sees that the answer is not whole. */
    public void breakOff() {
        connection().breakOff();
    }

    /** Reads what is left of the body, within reason: a client that is still sending does not hear an answer before the connection breaks. */
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
            // The answer is tried all the same.
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
