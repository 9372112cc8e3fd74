package dev.tenure.bootstrap;

import dev.tenure.application.UseCases;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Background jobs of a running server: each task soon after the start and then about every {@link #PAUSE}, one after
 * the other on one thread. Any number of nodes may run them, at different times.
 */
final class Housekeeping implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    static final Duration PAUSE = Duration.ofMinutes(5);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Map<String, IntSupplier> tasks;
    private final Duration pause;
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, work -> {
        Thread daemon = new Thread(work, "housekeeping");
        daemon.setDaemon(true);
        return daemon;
    });

    /** @param tasks by name; each returns how many rows it processed */
    private Housekeeping(Map<String, IntSupplier> tasks, Duration pause) {
        this.tasks = tasks;
        this.pause = pause;
        // The end does not wait for the next round.
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    static Housekeeping of(UseCases useCases) {
        Map<String, IntSupplier> tasks = new LinkedHashMap<>();
        tasks.put("backfill searches", useCases.orders().backfillSearch()::backfill);
        tasks.put("purge expired responses", useCases.idempotency().purgeExpiredResponses()::purgeExpired);
        return started(tasks, PAUSE);
    }

    static Housekeeping started(Map<String, IntSupplier> tasks, Duration pause) {
        Housekeeping housekeeping = new Housekeeping(tasks, pause);
        housekeeping.thread.execute(housekeeping::round);
        return housekeeping;
    }

    private void round() {
        tasks.forEach((name, task) -> {
            if (!thread.isShutdown()) {
                run(name, task);
            }
        });
        if (!thread.isShutdown()) {
            long millis = pause.toMillis();
            var unused = thread.schedule(
                    this::round, millis + ThreadLocalRandom.current().nextLong(millis / 4 + 1), TimeUnit.MILLISECONDS);
        }
    }

    // A task that fails may succeed next time, so no failure ends the rounds.
    @SuppressWarnings("CatchingUnchecked")
    private static void run(String name, IntSupplier task) {
        try {
            int seenTo = task.getAsInt();
            if (seenTo > 0) {
                LOG.info("{}: {}", name, seenTo);
            }
        } catch (Exception failed) {
            LOG.warn("{} failed, and is tried again later", name, failed);
        }
    }

    /** Waits a while for the running task. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
