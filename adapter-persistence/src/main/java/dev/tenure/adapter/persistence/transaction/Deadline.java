package dev.tenure.adapter.persistence.transaction;

import dev.tenure.application.shared.out.Unavailable;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** By when the transactions of a thread have to be through with their statements, where somebody set that. */
final class Deadline {

    private static final long NONE = TimeUnit.DAYS.toNanos(365);

    @SuppressWarnings("ThreadLocalUsage") // of the object, so that two databases in one program keep apart
    private final ThreadLocal<@Nullable Long> end = new ThreadLocal<>();

    /** Runs {@code work}, inside a wider limit where there is one already. */
    <T> T within(Duration limit, Supplier<T> work) {
        Long before = end.get();
        long remaining = Math.min(limit.toNanos(), remainingNanos());
        end.set(System.nanoTime() + remaining);
        try {
            return work.get();
        } finally {
            if (before == null) {
                end.remove();
            } else {
                end.set(before);
            }
        }
    }

    /**
     * How long a statement that begins now may take, {@code most} at the most, in whole seconds: the server is told so in few words,
     * which it knows already.
     *
     * @throws Unavailable when the time is over
     */
    long seconds(long most) {
        long remaining = TimeUnit.NANOSECONDS.toMillis(remainingNanos());
        if (remaining < 1) {
            throw new Unavailable("the request took too long", new TimeoutException());
        }
        return Math.min(most, (remaining + 999) / 1000);
    }

    private long remainingNanos() {
        Long at = end.get();
        return at == null ? NONE : at - System.nanoTime();
    }
}
