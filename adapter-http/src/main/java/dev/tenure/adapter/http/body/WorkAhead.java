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

/** Tasks on their own threads, whose results are taken in the order in which they were started. */
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

    /** The result of the first task, or its failure. */
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

    /** Starts nothing more, and waits for the running tasks: nothing of a request runs after its response. */
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
