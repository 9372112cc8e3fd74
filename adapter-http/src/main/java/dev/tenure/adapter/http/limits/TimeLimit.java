package dev.tenure.adapter.http.limits;

import java.time.Duration;
import java.util.function.Supplier;

/** Limits how long the store works on one request. */
@FunctionalInterface
public interface TimeLimit {

    /** Runs {@code work}. After that time its calls of the store fail as unavailable, and nothing is saved. */
    <T> T within(Duration limit, Supplier<T> work);

    /** For a store in memory. */
    static <T> T none(Duration limit, Supplier<T> work) {
        return work.get();
    }
}
