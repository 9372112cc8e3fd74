package dev.tenure.adapter.rest.shared;

import dev.tenure.adapter.json.shared.JsonObject;
import dev.tenure.application.shared.out.OutcomeUnknown;
import dev.tenure.application.shared.out.Unavailable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * A request whose body is read while it comes, and whose answer is sent while it is made. Neither ever happens under a permit or in a
 * transaction: what needs those is done in between, with {@link #admitted}.
 */
public final class StreamedExchange {

    /** The request attribute that holds the {@link Connection} of a stream. */
    public static final String CONNECTION = StreamedExchange.class.getName() + ".connection";

    private static final int ATTEMPTS = 20;
    private static final long PAUSE_MILLIS = 500;
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
    private final Admission admission;
    private final RequestIdentity identity;
    private boolean begun;

    StreamedExchange(
            HttpServletRequest request, HttpServletResponse response, Admission admission, RequestIdentity identity) {
        this.request = request;
        this.response = response;
        this.admission = admission;
        this.identity = identity;
    }

    /** The body as it comes; a client that is too slow with it is refused. */
    public InputStream body() throws IOException {
        return new PacedBody(request.getInputStream());
    }

    /** Whether the client wants no more than the head of the answer. */
    public boolean isHead() {
        return request.getMethod().equals("HEAD");
    }

    /** What the work gives, done under a permit. */
    public <T> T admitted(Supplier<T> work) {
        return admission.admitted(work);
    }

    /**
     * As {@link #admitted} in the midst of a stream: a moment of overload is waited for. The work is one that may be done again, also
     * when nobody knows whether it was done.
     */
    public <T> T admittedAtLast(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return admission.admitted(work);
            } catch (RequestRefused | Unavailable | OutcomeUnknown passing) {
                if (attempt == ATTEMPTS) {
                    throw passing;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new RequestRefused(RestError.OVERLOADED, "the server is stopping");
        }
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

    /** A failure as an object to end a stream with. */
    public JsonObject error(Throwable failure) {
        return Errors.object(failure, identity);
    }

    boolean hasBegun() {
        return begun;
    }

    /** Closes the connection, so that the client sees that the answer is not whole. */
    void breakOff() {
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
