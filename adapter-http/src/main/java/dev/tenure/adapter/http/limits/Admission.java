package dev.tenure.adapter.http.limits;

import dev.tenure.adapter.http.error.HttpError;
import dev.tenure.adapter.http.error.RequestRefused;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Limits the requests that work at a time. A request that gets no permit in time is refused, instead of being queued
 * until its client has given up.
 */
public final class Admission {

    private static final int WAITING_PER_PERMIT = 64;

    private final int allPermits;
    private final Semaphore permits;
    private final int mostWaiting;
    private final Duration patience;
    private final LongAdder refused = new LongAdder();

    /** @param roomToWait the most requests that may wait, for any number of permits */
    public Admission(int permits, Duration patience, int roomToWait) {
        this.allPermits = permits;
        this.permits = new Semaphore(permits, true);
        this.mostWaiting = Math.min(permits * WAITING_PER_PERMIT, roomToWait);
        this.patience = patience;
    }

    /** Adds its gauges. */
    void showIn(MeterRegistry meters) {
        Gauge.builder("tenure.admission.permits", () -> allPermits)
                .description("Requests that may work at a time")
                .register(meters);
        Gauge.builder("tenure.admission.working", () -> allPermits - permits.availablePermits())
                .description("Requests at work")
                .register(meters);
        Gauge.builder("tenure.admission.waiting", permits::getQueueLength)
                .description("Requests that wait for a permit")
                .register(meters);
        FunctionCounter.builder("tenure.admission.refused", refused, LongAdder::sum)
                .description("Requests turned away because no permit came free in time")
                .register(meters);
    }

    /** @throws RequestRefused {@code OVERLOADED} when no permit was free in time; {@code work} did not run */
    public <T> T admitted(Supplier<T> work) {
        if (!acquired()) {
            refused.increment();
            throw overloaded();
        }
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }

    static RequestRefused overloaded() {
        return new RequestRefused(
                HttpError.OVERLOADED,
                "the server has more to do than it can; nothing was changed",
                Map.of("Retry-After", "1"));
    }

    Duration patience() {
        return patience;
    }

    private boolean acquired() {
        // At the end of a long queue a request would time out; refusing it at once keeps the threads free.
        if (permits.getQueueLength() >= mostWaiting) {
            return false;
        }
        try {
            return permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
