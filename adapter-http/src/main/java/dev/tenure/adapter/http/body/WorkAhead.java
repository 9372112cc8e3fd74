package dev.tenure.adapter.http.body;

import io.opentelemetry.context.Context;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Pieces of work on threads of their own, whose results are taken in the order in which they were begun. */
public final class WorkAhead<T> implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private final ExecutorService threads;
    private final Deque<Future<T>> underWay = new ArrayDeque<>();

    public WorkAhead(String name, int most) {
        this.threads = Context.taskWrapping(Executors.newFixedThreadPool(most, work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        }));
    }

    public void begin(Callable<T> work) {
        underWay.add(threads.submit(work));
    }

    /** The result of what was begun first, or how it failed. */
    public T take() throws IOException {
        try {
            return underWay.remove().get();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("the server is stopping", stopping);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    /** Begins nothing more, and waits for what is under way: nothing of a request goes on when its answer has ended. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            var unused = threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
