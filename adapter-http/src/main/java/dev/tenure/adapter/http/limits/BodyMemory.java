package dev.tenure.adapter.http.limits;

import dev.tenure.adapter.http.error.RequestRefused;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Keeps the large bodies that are worked on at a time few: a body may take many times its length while it is taken apart, and a
 * handful of the worst would leave no memory for the others.
 */
final class BodyMemory {

    /** Below this a body takes no more than any request does. */
    private static final int SMALL = 16 * 1024;

    private static final int PART_OF_HEAP = 64;

    private final int all;
    private final Semaphore free;
    private final Duration patience;

    /** @param bytes of large bodies at a time; one that is larger than that has them all */
    BodyMemory(int bytes, Duration patience) {
        this.all = bytes;
        this.free = new Semaphore(bytes, true);
        this.patience = patience;
    }

    static BodyMemory ofHeap(Duration patience) {
        long bytes = Runtime.getRuntime().maxMemory() / PART_OF_HEAP;
        return new BodyMemory((int) Math.min(bytes, Integer.MAX_VALUE), patience);
    }

    /** @throws RequestRefused {@code OVERLOADED} when the others were not done with theirs in time; {@code work} did not run */
    <T> T within(int length, Supplier<T> work) {
        if (length <= SMALL) {
            return work.get();
        }
        int taken = Math.min(length, all);
        if (!isFree(taken)) {
            throw Admission.overloaded();
        }
        try {
            return work.get();
        } finally {
            free.release(taken);
        }
    }

    private boolean isFree(int bytes) {
        try {
            return free.tryAcquire(bytes, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
