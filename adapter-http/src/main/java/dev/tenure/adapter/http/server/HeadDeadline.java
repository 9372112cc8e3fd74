package dev.tenure.adapter.http.server;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes a connection whose client takes too long to send the head of a request. The idle timeout alone does not: a
 * client that sends a byte every few seconds is never idle, and enough such clients would use up all connections.
 */
final class HeadDeadline extends AbstractLifeCycle {

    private static final int LONGEST_SECONDS = 10;

    private final ServerConnector connector;
    private final Predicate<Connection> streams;
    private Map<Connection, Seen> connections = new HashMap<>();
    private volatile Scheduler.Task next = () -> false;

    /** @param streams whether a connection has an active stream, which may respond while its body still arrives */
    HeadDeadline(ServerConnector connector, Predicate<Connection> streams) {
        this.connector = connector;
        this.streams = streams;
    }

    @Override
    protected void doStart() {
        schedule();
    }

    @Override
    protected void doStop() {
        next.cancel();
    }

    private void schedule() {
        next = connector.getScheduler().schedule(this::look, 1, TimeUnit.SECONDS);
    }

    private void look() {
        Map<Connection, Seen> still = new HashMap<>();
        for (EndPoint endPoint : connector.getConnectedEndPoints()) {
            Connection connection = endPoint.getConnection();
            if (connection != null) {
                Seen seen = connections.getOrDefault(connection, Seen.NOTHING).now(connection, streams);
                if (seen.isTooLong()) {
                    endPoint.close();
                } else {
                    still.put(connection, seen);
                }
            }
        }
        connections = still;
        if (isRunning()) {
            schedule();
        }
    }

    /**
     * What was observed on a connection.
     *
     * @param requests how many heads are complete
     * @param bytes how much had arrived when no request was active
     * @param isBegun whether a part of the next head has arrived
     */
    private record Seen(long requests, long bytes, boolean isBegun, long beginNanos) {

        static final Seen NOTHING = new Seen(0, 0, false, 0);

        Seen now(Connection connection, Predicate<Connection> streams) {
            long requestsNow = connection.getMessagesIn();
            long bytesNow = connection.getBytesIn();
            boolean isAnswering = connection.getMessagesOut() < requestsNow || streams.test(connection);
            if (isAnswering || requestsNow != requests) {
                return new Seen(requestsNow, bytesNow, false, 0);
            }
            return isBegun || bytesNow == bytes ? this : new Seen(requests, bytes, true, NanoTime.now());
        }

        boolean isTooLong() {
            return isBegun && NanoTime.secondsSince(beginNanos) >= LONGEST_SECONDS;
        }
    }
}
