package dev.tenure.adapter.http.server;

import dev.tenure.adapter.http.body.HttpStream;
import dev.tenure.adapter.http.request.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Which requests stream. These check the client's pace themselves, and get the connection that they may have to close.
 * Clients must read all other responses at a minimum pace. (Not by Jetty's MinimumDataRateHandler: it counts all the
 * bytes that the server ever wrote, and refuses every response after nine billion.)
 */
final class StreamedRequests extends Handler.Wrapper {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final long minBytesPerSecond;
    private final Set<String> bodies;
    private final Set<String> streams;
    private final Set<Connection> underWay = ConcurrentHashMap.newKeySet();

    StreamedRequests(List<Endpoint> endpoints, long minBytesPerSecond) {
        this.minBytesPerSecond = minBytesPerSecond;
        this.bodies = endpoints.stream()
                .filter(Endpoint::streamsBody)
                .map(endpoint -> endpoint.method() + " " + endpoint.path())
                .collect(Collectors.toUnmodifiableSet());
        this.streams = endpoints.stream()
                .filter(endpoint -> endpoint.streaming() != null)
                .map(Endpoint::path)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the body of this request is for its operation to read. */
    boolean isStream(Request request) {
        return bodies.contains(request.getMethod() + " " + Request.getPathInContext(request));
    }

    /** Whether this connection has an active stream. */
    boolean isUnderWayOn(Connection connection) {
        return underWay.contains(connection);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Handler next = getHandler();
        if (next == null || !streams.contains(Request.getPathInContext(request))) {
            return super.handle(request, new PacedResponse(request, response, minBytesPerSecond, GRACE), callback);
        }
        Connection connection = request.getConnectionMetaData().getConnection();
        underWay.add(connection);
        Request.addCompletionListener(request, failure -> underWay.remove(connection));
        request.setAttribute(HttpStream.CONNECTION, new OpenConnection(request));
        return next.handle(request, response, callback);
    }

    private record OpenConnection(Request request) implements HttpStream.Connection {

        @Override
        public void breakOff() {
            request.getConnectionMetaData().getConnection().getEndPoint().close();
        }

        @Override
        public Runnable breakOffAfter(Duration time) {
            Scheduler.Task task = request.getComponents()
                    .getScheduler()
                    .schedule(this::breakOff, time.toMillis(), TimeUnit.MILLISECONDS);
            return task::cancel;
        }
    }
}
