package dev.tenure.bootstrap;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has to be closed again, last opened first: when the work is done, or when a signal ends the process before that. Each step runs
 * once, and one that fails does not keep the others from running.
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

    /** Closes everything; where a signal does that already, returns when it has. */
    @Override
    public void close() {
        try {
            boolean unused = Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException endingAlready) {
            // The hook runs, or has run; either way the lock tells when it is done.
        }
        run();
    }
}
