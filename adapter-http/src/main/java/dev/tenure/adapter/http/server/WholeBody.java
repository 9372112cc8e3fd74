package dev.tenure.adapter.http.server;

import dev.tenure.adapter.http.request.Endpoint;
import dev.tenure.adapter.http.request.HttpCall;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.thread.Invocable;

/**
 * Reads the body before anything else happens, without holding a thread while it waits for more: a slow client costs a
 * few kilobytes, not a worker. (Jetty's own EagerContentHandler keeps the network buffer of every chunk; here the bytes
 * are copied, so that a client which sends them one by one does not pin a buffer for each. Its MinimumDataRateHandler
 * has no grace period: it disconnects a client that pauses after the first few bytes.)
 */
final class WholeBody extends Handler.Wrapper {

    private static final int GRACE_SECONDS = 2;
    private static final int MIN_BYTES_PER_SECOND = 1024;

    // A client that is still sending gets no response when the connection breaks. So a body that is too large is read
    // to its end, and dropped, within limits.
    private static final long MAX_DISCARDED = 32L * 1024 * 1024;

    // Many clients with bodies of a legal size must not fill the heap together.
    private static final long MAX_HELD = Runtime.getRuntime().maxMemory() / 4;

    private final StreamedRequests streams;
    private final Map<String, Integer> limits;
    private final AtomicLong held = new AtomicLong();

    WholeBody(List<Endpoint> endpoints, StreamedRequests streams) {
        this.streams = streams;
        this.limits = endpoints.stream()
                .filter(endpoint -> endpoint.maxBody() != Endpoint.USUAL_BODY)
                .collect(Collectors.toUnmodifiableMap(Endpoint::path, Endpoint::maxBody));
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (streams.isStream(request)) {
            return super.handle(request, response, callback);
        }
        HttpFields headers = request.getHeaders();
        if (isEncodedOtherwise(headers)) {
            // A proxy that reads this list differently would take the body for the next request.
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
            Response.writeError(request, response, callback, HttpStatus.BAD_REQUEST_400);
            return true;
        }
        long length = headers.getLongField(HttpHeader.CONTENT_LENGTH);
        if (length <= 0 && !headers.contains(HttpHeader.TRANSFER_ENCODING)) {
            return super.handle(request, response, callback);
        }
        int limit = limits.getOrDefault(Request.getPathInContext(request), Endpoint.USUAL_BODY);
        if (length > limit && (length > MAX_DISCARDED || headers.contains(HttpHeader.EXPECT))) {
            Response.writeError(request, response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413);
        } else {
            new Reading(request, response, callback, limit, (int) Math.max(length, 512)).begin();
        }
        return true;
    }

    private static boolean isEncodedOtherwise(HttpFields headers) {
        List<String> encodings = headers.getValuesList(HttpHeader.TRANSFER_ENCODING);
        return !encodings.isEmpty()
                && !(encodings.size() == 1 && encodings.get(0).strip().equalsIgnoreCase("chunked"));
    }

    private boolean next(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, response, callback);
    }

    /** One body that is being read: runs whenever more of it has arrived. */
    private final class Reading implements Invocable.Task {

        private final Request request;
        private final Response response;
        private final Callback callback;
        private final int limit;
        private ByteArrayOutputStream bytes;
        private long received;
        private long kept;
        private final long begin = NanoTime.now();

        Reading(Request request, Response response, Callback callback, int limit, int expected) {
            this.request = request;
            this.response = response;
            this.callback = callback;
            this.limit = limit;
            // A client may announce a large body and send nothing.
            this.bytes = new ByteArrayOutputStream(Math.min(expected, 8 * 1024));
            Request.addCompletionListener(request, failure -> held.addAndGet(-kept));
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }

        @Override
        public void run() {
            if (isComplete()) {
                // This thread serves the network and must not wait for an operation.
                request.getContext().execute(this::handOver);
            }
        }

        /** Starts to read, and continues with the operation at once if the whole body has arrived. */
        void begin() {
            if (isComplete()) {
                handOver();
            }
        }

        private boolean isComplete() {
            while (true) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    if (isTooSlow()) {
                        refuse(HttpStatus.REQUEST_TIMEOUT_408);
                    } else {
                        request.demand(this);
                    }
                    return false;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    refuse(
                            chunk.getFailure() instanceof TimeoutException
                                    ? HttpStatus.REQUEST_TIMEOUT_408
                                    : HttpStatus.BAD_REQUEST_400);
                    return false;
                }
                received += chunk.remaining();
                if (received <= limit) {
                    append(chunk.getByteBuffer());
                } else {
                    drop();
                }
                boolean last = chunk.isLast();
                chunk.release();
                if (held.get() > MAX_HELD) {
                    drop();
                    refuse(HttpStatus.SERVICE_UNAVAILABLE_503);
                    return false;
                }
                if (received > limit && (last || received > MAX_DISCARDED)) {
                    refuse(HttpStatus.PAYLOAD_TOO_LARGE_413);
                    return false;
                }
                if (last) {
                    return true;
                }
            }
        }

        // Extended whenever the client has sent something; a client that sends nothing meets the idle timeout.
        private boolean isTooSlow() {
            long seconds = NanoTime.secondsSince(begin);
            return seconds >= GRACE_SECONDS && received < seconds * MIN_BYTES_PER_SECOND;
        }

        private void append(ByteBuffer buffer) {
            byte[] part = new byte[buffer.remaining()];
            buffer.get(part);
            bytes.writeBytes(part);
            kept += part.length;
            held.addAndGet(part.length);
        }

        private void drop() {
            held.addAndGet(-kept);
            kept = 0;
            bytes = new ByteArrayOutputStream(0);
        }

        private void refuse(int status) {
            Response.writeError(request, response, callback, status);
        }

        private void handOver() {
            request.setAttribute(HttpCall.BODY, bytes.toByteArray());
            bytes = new ByteArrayOutputStream(0); // not held twice while the operation runs
            try {
                if (!next(request, response, callback)) {
                    refuse(HttpStatus.NOT_FOUND_404);
                }
            } catch (Exception failure) {
                Response.writeError(request, response, callback, failure);
            }
        }
    }
}
