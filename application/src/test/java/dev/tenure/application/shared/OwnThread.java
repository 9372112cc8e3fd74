package dev.tenure.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Work on a thread of its own, of which a test can know that it waits: for a latch, a lock, its turn. */
public final class OwnThread<T> {

    private static final long MOST_MILLIS = 30_000;

    private final Thread thread;
    private volatile @Nullable T result;
    private volatile @Nullable Throwable failure;

    private OwnThread(Callable<T> work) {
        thread = new Thread(() -> run(work));
        thread.setDaemon(true);
    }

    /** Begins the work. */
    public static <T> OwnThread<T> doing(Callable<T> work) {
        OwnThread<T> begun = new OwnThread<>(work);
        begun.thread.start();
        return begun;
    }

    /** Begins the work, and gives it when it waits. */
    public static <T> OwnThread<T> waiting(Callable<T> work) {
        OwnThread<T> begun = doing(work);
        while (!begun.waits()) {
            assertThat(begun.thread.isAlive()).as("goes on without waiting").isTrue();
            Thread.onSpinWait();
        }
        return begun;
    }

    /** What the work gives. */
    public T result() {
        awaitEnd();
        if (failure != null) {
            throw new AssertionError("the work failed", failure);
        }
        return Objects.requireNonNull(result);
    }

    /** What the work fails with. */
    public Throwable failure() {
        awaitEnd();
        assertThat(result).isNull();
        return Objects.requireNonNull(failure);
    }

    /** Waits until the work has ended, well or not. */
    public void awaitEnd() {
        try {
            thread.join(MOST_MILLIS);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
        assertThat(thread.isAlive()).as("does not end").isFalse();
    }

    private void run(Callable<T> work) {
        try {
            result = work.call();
        } catch (Throwable failed) {
            failure = failed;
        }
    }

    private boolean waits() {
        Thread.State state = thread.getState();
        return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
    }
}
