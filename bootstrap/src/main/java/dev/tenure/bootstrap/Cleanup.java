package dev.tenure.bootstrap;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes resources, the last opened first: when the work is done, or when a signal ends the process before that. Each
 * step runs once, and one that fails does not stop the others.
 */
final class Cleanup implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Cleanup.class);

    private final Deque<AutoCloseable> steps = new ArrayDeque<>();
    private final Thread onSignal = new Thread(this::run, "cleanup");

    Cleanup() {
        Runtime.getRuntime().addShutdownHook(onSignal);
    }

    synchronized <T extends AutoCloseable> T after(T opened) {
        steps.push(opened);
        return opened;
    }

    private synchronized void run() {
        while (!steps.isEmpty()) {
            try {
                steps.pop().close();
            } catch (Exception failed) {
                LOG.warn("Something was not closed in order", failed);
            }
        }
    }

    /** Closes everything; if a signal does that already, waits for it. */
    @Override
    public void close() {
        try {
            boolean unused = Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException endingAlready) {
            // The hook runs, or has run; the lock is free when it is done.
        }
        run();
    }
}
