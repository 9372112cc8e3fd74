package dev.tenure.adapter.http.limits;

import dev.tenure.adapter.http.error.RequestRefused;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Limits the large bodies that are processed at a time: parsing a body may take many times its length, and a few of the
 * worst would use up the memory.
 */
final class BodyMemory {

    /** A smaller body takes no more memory than any request does. */
    private static final int SMALL = 16 * 1024;

    private static final int PART_OF_HEAP = 64;

    private final int all;
    private final Semaphore free;
    private final Duration patience;

    /** @param bytes of large bodies at a time; a larger body takes all of them */
    BodyMemory(int bytes, Duration patience) {
        this.all = bytes;
        this.free = new Semaphore(bytes, true);
        this.patience = patience;
    }

    static BodyMemory ofHeap(Duration patience) {
        long bytes = Runtime.getRuntime().maxMemory() / PART_OF_HEAP;
        return new BodyMemory((int) Math.min(bytes, Integer.MAX_VALUE), patience);
    }

    /**
     * @throws RequestRefused {@code OVERLOADED} when the other bodies were not finished in time; {@code work} did not
     * run
     */
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
