package dev.tenure.adapter.http.server;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** A response that the client must read at a minimum pace; otherwise the connection is closed. */
final class PacedResponse extends Response.Wrapper {

    private static final Scheduler.Task GONE = () -> false;

    private final long minBytesPerSecond;
    private final Duration grace;

    PacedResponse(Request request, Response response, long minBytesPerSecond, Duration grace) {
        super(request, response);
        this.minBytesPerSecond = minBytesPerSecond;
        this.grace = grace;
    }

    @Override
    public void write(boolean last, @Nullable ByteBuffer bytes, Callback callback) {
        long millis = grace.toMillis() + (bytes == null ? 0 : bytes.remaining() * 1000L / minBytesPerSecond);
        Write write = new Write(callback);
        super.write(last, bytes, write);
        // Nearly always everything is sent by now.
        write.mustBeGoneWithin(millis);
    }

    private final class Write extends Callback.Nested {

        private final AtomicReference<Scheduler.@Nullable Task> limit = new AtomicReference<>();

        Write(Callback callback) {
            super(callback);
        }

        void mustBeGoneWithin(long millis) {
            if (limit.get() == null) {
                Scheduler.Task task = getRequest()
                        .getComponents()
                        .getScheduler()
                        .schedule(this::breakOff, millis, TimeUnit.MILLISECONDS);
                if (!limit.compareAndSet(null, task)) {
                    task.cancel();
                }
            }
        }

        private void breakOff() {
            getRequest().getConnectionMetaData().getConnection().getEndPoint().close();
        }

        @Override
        public void completed() {
            Scheduler.Task task = limit.getAndSet(GONE);
            if (task != null) {
                task.cancel();
            }
        }
    }
}
