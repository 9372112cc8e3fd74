package dev.tenure.application.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** The same work in several threads that begin at the same moment. */
final class Parallel {

    static final int THREADS = 6;

    private static final long MOST_SECONDS = 60;

    private Parallel() {}

    /** What each of the threads, numbered from 0, came to; fails when one of them does. */
    static <T> List<T> results(IntFunction<T> work) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Callable<T>> tasks = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int number = i;
            tasks.add(() -> {
                start.await(MOST_SECONDS, TimeUnit.SECONDS);
                return work.apply(number);
            });
        }
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(tasks, MOST_SECONDS, TimeUnit.SECONDS)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        } catch (ExecutionException failed) {
            throw new AssertionError("one of the threads failed", failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
