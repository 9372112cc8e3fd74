package dev.tenure.adapter.persistence.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds, starts and stops the server of a cluster; all of it only under the exclusive lock. */
final class Postmaster {

    static final int ANY_PORT = 0;

    private static final Duration STARTING = Duration.ofMinutes(10);
    private static final Duration OLD_PROCESSES = Duration.ofMinutes(1);
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final byte[] LOCALHOST = {127, 0, 0, 1};
    private static final long LOG_BYTES = 10_000_000;

    private final DataDirectory directory;
    private final Cluster cluster;
    private final Consumer<String> progress;

    Postmaster(DataDirectory directory, Cluster cluster, Consumer<String> progress) {
        this.directory = directory;
        this.cluster = cluster;
        this.progress = progress;
    }

    /** Waits a while; throws an InterruptedException when the result is not needed any more. */
    interface Pause {
        void millis(long millis) throws InterruptedException;
    }

    /** The live server of this cluster; waits for one that is starting or stopping. */
    Optional<Server> find(Pause pause) throws IOException, InterruptedException {
        long since = System.nanoTime();
        boolean reported = false;
        while (true) {
            Optional<Server> noted = Server.noted(directory.cluster());
            if (noted.isEmpty()) {
                return noted;
            }
            Server server = noted.get();
            if (!server.isAlive()
                    || server.workingDirectory().filter(this::isElsewhere).isPresent()) {
                return Optional.empty();
            }
            Answer answer = probe(server);
            if (answer == Answer.OURS) {
                return noted;
            }
            boolean surelyOurs = server.workingDirectory().isPresent();
            if (answer == Answer.OTHER && surelyOurs) {
                throw wrongPassword();
            }
            boolean silent = answer == Answer.SILENT && passed(since, SILENCE);
            if (!surelyOurs && (answer == Answer.OTHER || silent)) {
                return Optional.empty();
            }
            if (passed(since, STARTING)) {
                throw new EmbeddedPostgresException(
                        "The PostgreSQL of %s (process %d) neither starts nor stops. Its log is %s."
                                .formatted(directory.root(), server.pid(), directory.log()));
            }
            if (!reported && passed(since, SILENCE)) {
                progress.accept("Waiting for PostgreSQL (process %d) to answer".formatted(server.pid()));
                reported = true;
            }
            pause.millis(100);
        }
    }

    private boolean isElsewhere(Path workingDirectory) {
        return !workingDirectory.equals(directory.cluster());
    }

    private Answer probe(Server server) throws IOException {
        try {
            return cluster.isServedOn(server.port()) ? Answer.OURS : Answer.OTHER;
        } catch (SQLException e) {
            String state = String.valueOf(e.getSQLState());
            // 57P: starting up or shutting down; 53: too many connections
            if (state.startsWith("57P") || state.startsWith("53")) {
                return Answer.BUSY;
            }
            return state.startsWith("28") ? Answer.OTHER : Answer.SILENT;
        }
    }

    private enum Answer {
        OURS,
        OTHER,
        BUSY,
        SILENT
    }

    private EmbeddedPostgresException wrongPassword() {
        return new EmbeddedPostgresException(
                "The PostgreSQL of %s does not accept the password in %s. Restore the file that belongs to this database, or"
                                .formatted(directory.cluster(), directory.credentials())
                        + " choose another --data-dir.");
    }

    // PostgreSQL refuses to start while any process has the number in its file. A file without a process stays, because
    // PostgreSQL then cleans up after that process.
    private void forgetLast() throws IOException {
        Optional<Server> last = Server.noted(directory.cluster());
        if (last.isPresent()
                && (last.get().pid() <= 0 || ProcessHandle.of(last.get().pid()).isPresent())) {
            Files.deleteIfExists(Server.file(directory.cluster()));
        }
    }

    /** Starts the server and waits until it responds. */
    Server start(int wantedPort, Pause pause) throws IOException, InterruptedException {
        ServerUser user = ServerUser.of(directory);
        Binaries binaries = Binaries.unpacked(directory, user, progress);
        user.own(directory.cluster());
        prepareLog();
        forgetLast();
        progress.accept("Starting PostgreSQL");

        long since = System.nanoTime();
        while (true) {
            long logged = Files.size(directory.log());
            int port = wantedPort == ANY_PORT ? freePort() : wantedPort;
            Process process = launch(user, binaries, port);
            Server server = new Server(process.pid(), port);
            boolean answers = false;
            try {
                answers = awaitAnswer(process, server, pause);
            } finally {
                if (!answers) {
                    stop(server);
                    process.destroyForcibly();
                }
            }
            if (answers) {
                return server;
            }
            String said = logSince(logged);
            boolean oldProcesses = said.contains("pre-existing shared memory block");
            boolean portTaken = said.contains("could not create any TCP/IP sockets");
            if (!((oldProcesses || (portTaken && wantedPort == ANY_PORT)) && !passed(since, OLD_PROCESSES))) {
                throw new EmbeddedPostgresException("PostgreSQL does not start in %s. The end of its log %s:\n%s"
                        .formatted(directory.root(), directory.log(), said));
            }
            pause.millis(250);
        }
    }

    private Process launch(ServerUser user, Binaries binaries, int port) throws IOException {
        Path home = directory.cluster();
        List<String> command = List.of(
                binaries.program("postgres"),
                "-D",
                user.nameOf(home),
                "--port=" + port,
                "--listen_addresses=127.0.0.1",
                "--unix_socket_directories=",
                // The durability of acknowledged orders is not left to postgresql.conf.
                "--fsync=on",
                "--synchronous_commit=on",
                "--full_page_writes=on",
                // Plans for empty tables are dropped when the tables are first analyzed, so that happens soon.
                "--autovacuum_naptime=5s",
                // The detail of an error repeats the values of the row.
                "--log_error_verbosity=terse",
                "--logging_collector=off",
                "--log_destination=stderr");
        ProcessBuilder builder = user.command(home, command);
        // Ctrl-C goes to all processes of the terminal's group; PostgreSQL must outlive the running requests.
        if (isInstalled("setsid")) {
            builder.command().add(0, "setsid");
        }
        return builder.redirectOutput(
                        ProcessBuilder.Redirect.appendTo(directory.log().toFile()))
                .start();
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private boolean awaitAnswer(Process process, Server server, Pause pause) throws IOException, InterruptedException {
        long since = System.nanoTime();
        boolean reported = false;
        while (process.isAlive()) {
            if (isReady(server)) {
                Answer answer = probe(server);
                if (answer == Answer.OURS) {
                    return true;
                }
                if (answer == Answer.OTHER) {
                    throw wrongPassword();
                }
            }
            if (passed(since, STARTING)) {
                return false;
            }
            if (!reported && passed(since, SILENCE)) {
                progress.accept("PostgreSQL is still starting; after a crash it first reads its log");
                reported = true;
            }
            pause.millis(20);
        }
        return false;
    }

    private boolean isReady(Server server) throws IOException {
        return Server.noted(directory.cluster()).filter(server::equals).isPresent()
                && Files.readString(Server.file(directory.cluster())).contains("\nready");
    }

    // Above the usual ports of services, below those for outgoing connections: otherwise a pool that reconnects could
    // take the port of the server it waits for.
    private static int freePort() throws IOException {
        @Nullable IOException lastFailure = null;
        for (int attempt = 0; attempt < 100; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByAddress(LOCALHOST))) {
                return socket.getLocalPort();
            } catch (IOException e) {
                lastFailure = e;
            }
        }
        throw new IOException("no free port from 20000 to 32000", lastFailure);
    }

    private void prepareLog() throws IOException {
        Path log = directory.log();
        if (Files.exists(log) && Files.size(log) > LOG_BYTES) {
            Files.move(log, log.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        directory.touch(log);
    }

    private String logSince(long position) throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(directory.log().toFile(), "r")) {
            log.seek(Math.max(position, log.length() - 4_000));
            byte[] bytes = new byte[(int) (log.length() - log.getFilePointer())];
            log.readFully(bytes);
            List<String> lines = new String(bytes, UTF_8).lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
        }
    }

    /**
     * Stops the server: first by a fast shutdown, which ends its sessions, then by an immediate one, which loses no
     * data either.
     */
    void stop(Server server) throws IOException, InterruptedException {
        signal(server, "INT", Duration.ofSeconds(20));
        signal(server, "QUIT", Duration.ofSeconds(5));
        if (server.isAlive()) {
            ProcessHandle.of(server.pid()).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    // By pg_ctl, because Java can only send TERM, on which PostgreSQL waits for its sessions, and KILL.
    private void signal(Server server, String signal, Duration patience) throws IOException, InterruptedException {
        if (!server.isAlive()) {
            return;
        }
        ServerUser user = ServerUser.of(directory);
        Binaries binaries = Binaries.unpacked(directory, user, progress);
        List<String> kill = List.of(binaries.program("pg_ctl"), "kill", signal, Long.toString(server.pid()));
        ServerUser.Outcome ignored = ServerUser.run(user.command(directory.cluster(), kill));
        long since = System.nanoTime();
        while (server.isAlive() && !passed(since, patience)) {
            Thread.sleep(10);
        }
    }

    private static boolean passed(long since, Duration duration) {
        return System.nanoTime() - since > duration.toNanos();
    }
}
