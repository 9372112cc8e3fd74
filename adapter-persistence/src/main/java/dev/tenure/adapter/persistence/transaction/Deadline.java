package dev.tenure.adapter.persistence.transaction;

import dev.tenure.application.shared.out.Unavailable;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The time by which the transactions of a thread must finish their statements, if there is a limit. */
final class Deadline {

    private static final long NONE = TimeUnit.DAYS.toNanos(365);

    @SuppressWarnings("ThreadLocalUsage") // not static, so that two databases in one program are separate
    private final ThreadLocal<@Nullable Long> end = new ThreadLocal<>();

    /** Runs {@code work} within this limit, or a shorter one that applies already. */
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
     * The timeout of a statement that begins now, at most {@code most}. Whole seconds give few different texts, which
     * the server has prepared already.
     *
     * @throws Unavailable when no time is left
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
