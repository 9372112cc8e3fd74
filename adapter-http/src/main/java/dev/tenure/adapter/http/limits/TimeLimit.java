package dev.tenure.adapter.http.limits;

import java.time.Duration;
import java.util.function.Supplier;

/** Keeps the store from working on one request for too long. */
@FunctionalInterface
public interface TimeLimit {

    /** Runs {@code work}; what it still asks of the store after that time fails as unavailable, with nothing kept. */
    <T> T within(Duration limit, Supplier<T> work);

    /** For a store that answers from memory. */
    static <T> T none(Duration limit, Supplier<T> work) {
        return work.get();
    }
}
