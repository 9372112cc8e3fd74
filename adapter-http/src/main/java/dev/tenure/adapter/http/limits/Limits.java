package dev.tenure.adapter.http.limits;

import dev.tenure.adapter.http.error.RequestRefused;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;

/** The limits that protect the clients of a server from each other. */
public final class Limits {

    private final Admission admission;
    private final BodyMemory memory;
    private final RateLimits rateLimits;

    /** @param meters where the limits add their gauges */
    public Limits(Admission admission, MeterRegistry meters) {
        this.admission = admission;
        this.memory = BodyMemory.ofHeap(admission.patience());
        this.rateLimits = new RateLimits(TimeMeter.SYSTEM_NANOTIME, meters);
        admission.showIn(meters);
    }

    public Admission admission() {
        return admission;
    }

    public RateLimits rates() {
        return rateLimits;
    }

    /** @throws RequestRefused {@code OVERLOADED} when there was no room in time; {@code work} did not run */
    public <T> T admitted(int bodyLength, Supplier<T> work) {
        return memory.within(bodyLength, () -> admission.admitted(work));
    }
}
