package dev.tenure.adapter.persistence.embedded;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL in a data directory, shared by all Tenure processes that use the directory at the same time. It is
 * restarted on the same port when it dies, and stopped when the last of these processes closes it. A process that is
 * killed leaves it running, and the next one reuses it.
 *
 * <p>It has no shutdown hook: the caller closes it in its own, after the running requests.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private static final Duration NOTABLE_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final Duration LONGEST_WAIT_TO_RESTART = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT_TO_CLOSE = Duration.ofSeconds(10);
    private static final Duration OTHERS_RESTART = Duration.ofMinutes(1);
    private static final Duration LIVED_WELL = Duration.ofMinutes(1);
    private static final long WATCH_MILLIS = 200;
    private static final long SHORTEST_BACK_OFF_MILLIS = 250;
    private static final long LONGEST_BACK_OFF_MILLIS = 30_000;

    private final Lease lease;
    private final Postmaster postmaster;
    private final Logins logins;
    private final boolean startedHere;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Server server;

    private EmbeddedPostgres(Lease lease, Postmaster postmaster, Logins logins, Server server, boolean startedHere) {
        this.lease = lease;
        this.postmaster = postmaster;
        this.logins = logins;
        this.server = server;
        this.startedHere = startedHere;
    }

    /**
     * Uses the live server of a data directory, or starts one; creates the directory, the database and its logins if
     * they are missing.
     *
     * @param progress gets a short line for each step that a user may have to wait for
     * @throws EmbeddedPostgresException when that is impossible; its message is meant for the user
     */
    public static EmbeddedPostgres open(Path dataDirectory, Consumer<String> progress) {
        try {
            DataDirectory directory = DataDirectory.of(dataDirectory);
            Lease lease = Lease.of(directory);
            try {
                EmbeddedPostgres opened = open(directory, lease, progress);
                opened.startWatch();
                return opened;
            } catch (Exception e) {
                lease.close();
                throw e;
            }
        } catch (TimeoutException e) {
            throw new EmbeddedPostgresException(
                    ("Other Tenure processes use %s, but their PostgreSQL is not to be reached from here. Stop them, or, if they"
                                    + " run in another container, share a PostgreSQL by TENURE_DATABASE_URL.")
                            .formatted(dataDirectory),
                    e);
        } catch (IOException e) {
            throw new EmbeddedPostgresException(
                    "The embedded PostgreSQL in %s cannot be used: %s"
                            .formatted(dataDirectory, DataDirectory.reason(e)),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException("Interrupted while opening " + dataDirectory, e);
        }
    }

    private static EmbeddedPostgres open(DataDirectory directory, Lease lease, Consumer<String> progress)
            throws IOException, InterruptedException, TimeoutException {
        Lease.Work<Optional<EmbeddedPostgres>> attempt = () -> attempt(directory, lease, progress);
        long deadline = System.nanoTime() + OTHERS_RESTART.toNanos();
        boolean reported = false;
        while (true) {
            Optional<EmbeddedPostgres> opened;
            try {
                opened = lease.inTurn(NOTABLE_WAIT, attempt);
            } catch (TimeoutException e) {
                progress.accept("Waiting for another Tenure process");
                reported = true;
                opened = lease.inTurn(LONGEST_WAIT, attempt);
            }
            if (opened.isPresent()) {
                return opened.get();
            }
            if (System.nanoTime() > deadline) {
                throw new TimeoutException();
            }
            if (!reported) {
                progress.accept("Waiting for the PostgreSQL of another Tenure process");
                reported = true;
            }
            Thread.sleep(WATCH_MILLIS);
        }
    }

    // Empty if there are other users but no server. They have just lost it and will restart it; or they are in another
    // container, and a second server on the same files would destroy them silently.
    private static Optional<EmbeddedPostgres> attempt(DataDirectory directory, Lease lease, Consumer<String> progress)
            throws IOException, InterruptedException {
        Cluster cluster = Cluster.of(directory, progress);
        Postmaster postmaster = new Postmaster(directory, cluster, progress);
        Optional<Server> live = postmaster.find(Thread::sleep);
        boolean alone = lease.isUnused();
        if (live.isEmpty() && !alone) {
            return Optional.empty();
        }
        lease.join();
        Server server = live.isPresent() ? live.get() : postmaster.start(Postmaster.ANY_PORT, Thread::sleep);
        EmbeddedPostgres opened = new EmbeddedPostgres(
                lease, new Postmaster(directory, cluster, LOG::info), cluster.logins(), server, live.isEmpty());
        if (alone) {
            opened.setUp(cluster);
        }
        return Optional.of(opened);
    }

    // Before the lock is released, so that a process that finds other users finds everything in place.
    private void setUp(Cluster cluster) throws IOException, InterruptedException {
        try {
            cluster.setUp(server.port());
        } catch (SQLException e) {
            leave();
            throw new EmbeddedPostgresException(
                    "PostgreSQL runs on port %d, but the database %s or its logins could not be made: %s"
                            .formatted(server.port(), Cluster.DATABASE, e.getMessage()),
                    e);
        }
    }

    /** The database {@code tenure}; this address stays the same until this is closed. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.port(), Cluster.DATABASE);
    }

    /** The login that owns the database and runs the migrations; no superuser. */
    public Credentials owner() {
        return logins.owner();
    }

    /** The login that the application works with; it owns nothing. */
    public Credentials application() {
        return logins.application();
    }

    /** Whether this started the server; false if it was running. */
    public boolean startedHere() {
        return startedHere;
    }

    private void startWatch() {
        Thread thread = new Thread(this::watch, "embedded-postgres");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        long restarted = System.nanoTime();
        long backOffMillis = 0;
        try {
            while (!closing.await(WATCH_MILLIS, MILLISECONDS)) {
                if (server.isAlive()) {
                    continue;
                }
                LOG.warn("PostgreSQL has died, restarting it on port {}", server.port());
                if (System.nanoTime() - restarted > LIVED_WELL.toNanos()) {
                    backOffMillis = 0;
                }
                pauseUnlessClosing(backOffMillis);
                backOffMillis =
                        Math.min(Math.max(2 * backOffMillis, SHORTEST_BACK_OFF_MILLIS), LONGEST_BACK_OFF_MILLIS);
                restart();
                restarted = System.nanoTime();
            }
        } catch (InterruptedException nothingToWatchAnyMore) {
            LOG.debug("PostgreSQL was being restarted when it was closed");
        }
    }

    private void restart() throws InterruptedException {
        try {
            server = lease.inTurn(LONGEST_WAIT_TO_RESTART, () -> {
                Optional<Server> restartedByOther = postmaster.find(this::pauseUnlessClosing);
                return restartedByOther.isPresent()
                        ? restartedByOther.get()
                        : postmaster.start(server.port(), this::pauseUnlessClosing);
            });
        } catch (IOException | TimeoutException | RuntimeException e) {
            LOG.error("PostgreSQL could not be restarted, trying again: {}", e.toString());
        }
    }

    private void pauseUnlessClosing(long millis) throws InterruptedException {
        if (closing.await(millis, MILLISECONDS)) {
            throw new InterruptedException("closing");
        }
    }

    /**
     * Ends the use, and stops the server if no other process uses it: usually at once, after half a minute at worst.
     */
    @Override
    public void close() {
        if (closing.getCount() == 0) {
            return;
        }
        closing.countDown();
        // An interrupt would close the lock file and leave the server running.
        boolean interrupted = Thread.interrupted();
        try {
            lease.inTurn(LONGEST_WAIT_TO_CLOSE, () -> {
                leave();
                return true;
            });
        } catch (TimeoutException e) {
            LOG.info("Another Tenure process is busy with PostgreSQL, leaving it to that one");
        } catch (IOException | InterruptedException | RuntimeException e) {
            LOG.warn("PostgreSQL could not be stopped; the next start will find it: {}", e.toString());
        } finally {
            lease.close();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void leave() throws IOException, InterruptedException {
        lease.leave();
        if (lease.isUnused()) {
            Optional<Server> live = server.isAlive() ? Optional.of(server) : postmaster.find(Thread::sleep);
            if (live.isPresent()) {
                postmaster.stop(live.get());
            }
        }
    }
}
