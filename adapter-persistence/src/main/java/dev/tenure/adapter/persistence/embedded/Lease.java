package dev.tenure.adapter.persistence.embedded;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The processes that use a data directory, as locks of the operating system, which end with their process. One byte of
 * the lock file is an exclusive lock, held while a server is looked for, started or stopped; the other byte is shared
 * by all users.
 */
final class Lease {

    private static final long TURN = 0;
    private static final long USE = 1;

    // Closing any channel of a file releases all locks of the process on that file, so there is at most one channel for
    // each.
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;
    private final ReentrantLock turnOfThread = new ReentrantLock();
    private @Nullable FileLock use;

    private Lease(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static Lease of(DataDirectory directory) throws IOException {
        Path file = directory.lock();
        if (!OPEN.add(file)) {
            throw new EmbeddedPostgresException("This process already uses " + directory.root() + ".");
        }
        try {
            directory.touch(file);
            return new Lease(file, FileChannel.open(file, READ, WRITE));
        } catch (IOException | RuntimeException e) {
            OPEN.remove(file);
            throw e;
        }
    }

    /** Runs work under the exclusive lock. */
    <T> T inTurn(Duration limit, Work<T> work) throws IOException, InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + limit.toNanos();
        if (!turnOfThread.tryLock(limit.toNanos(), NANOSECONDS)) {
            throw new TimeoutException();
        }
        try {
            FileLock turn = channel.tryLock(TURN, 1, false);
            while (turn == null) {
                if (System.nanoTime() > deadline) {
                    throw new TimeoutException();
                }
                Thread.sleep(20);
                turn = channel.tryLock(TURN, 1, false);
            }
            try {
                return work.run();
            } finally {
                turn.release();
            }
        } finally {
            turnOfThread.unlock();
        }
    }

    /** Acquires the shared lock; only under the exclusive one. */
    void join() throws IOException {
        use = channel.lock(USE, 1, true);
    }

    /** Releases the shared lock; only under the exclusive one. */
    void leave() throws IOException {
        if (use != null) {
            use.release();
            use = null;
        }
    }

    /** Whether no process holds the shared lock; only under the exclusive one, without the shared one. */
    boolean isUnused() throws IOException {
        FileLock all = channel.tryLock(USE, 1, false);
        if (all == null) {
            return false;
        }
        all.release();
        return true;
    }

    /** Releases all locks. */
    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            OPEN.remove(file);
        }
    }

    interface Work<T> {
        T run() throws IOException, InterruptedException;
    }
}
