package dev.tenure.bootstrap;

import dev.tenure.adapter.cli.Installation;
import dev.tenure.adapter.cli.InstallationProblem;
import dev.tenure.adapter.http.server.CannotListen;
import dev.tenure.adapter.http.server.HttpConfig;
import dev.tenure.adapter.http.telemetry.Telemetry;
import dev.tenure.adapter.persistence.Database;
import dev.tenure.adapter.persistence.DatabaseProblem;
import dev.tenure.adapter.persistence.embedded.EmbeddedPostgresException;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.adapter.rest.RestServer;
import dev.tenure.application.UseCases;
import dev.tenure.application.shared.CommandChecks;
import dev.tenure.application.shared.out.Unavailable;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** This program, as its command line sees it: settings, database, server. */
final class TenureInstallation implements Installation {

    private static final Logger LOG = LoggerFactory.getLogger(TenureInstallation.class);

    private final Map<String, String> environment;

    TenureInstallation(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public String version() {
        String version = TenureInstallation.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public List<Setting> settings(Map<String, String> flags) {
        return config(flags).settings();
    }

    @Override
    public Session open(Map<String, String> flags, Consumer<String> progress) {
        Config config = config(flags);
        return opened(cleanup -> {
            Database database = cleanup.after(Store.open(config, progress)).database();
            migrate(database, progress);
            return new OpenSession(Wiring.useCases(database.transactions()), cleanup);
        });
    }

    @Override
    public CommandChecks commandChecks() {
        return Wiring.commandChecks();
    }

    @Override
    public int migrate(Map<String, String> flags, Consumer<String> progress) {
        Config config = config(flags);
        return opened(cleanup -> {
            try (cleanup) {
                return cleanup.after(Store.open(config, progress)).database().migrate();
            }
        });
    }

    @Override
    public Server serve(Map<String, String> flags, boolean migrate, Consumer<String> progress) {
        Config config = config(flags);
        LogSetup.ofServer(config.logFormat(), config.logRequests());
        Consumer<String> told = config.logFormat() == LogSetup.Format.JSON ? LOG::info : progress;
        return opened(cleanup -> {
            Traces traces = cleanup.after(Traces.of(environment));
            // Loading these takes a while, and so does the start of the database.
            CompletableFuture<Telemetry> telemetry =
                    CompletableFuture.supplyAsync(() -> new Telemetry(Meters.ofProcess(), traces.openTelemetry()));
            CompletableFuture<Void> warm = telemetry.thenRunAsync(Wiring::warmUp);
            Database database =
                    cleanup.after(Store.open(config, told, telemetry::join)).database();
            if (migrate) {
                migrate(database, told);
            }
            JooqTransactions transactions = database.transactions();
            UseCases useCases = Wiring.useCases(transactions);
            HttpConfig restConfig = new HttpConfig(
                    config.host(),
                    config.port(),
                    config.maxConcurrentRequests(),
                    HttpConfig.USUAL.patience(),
                    Duration.ofSeconds(config.stopTimeoutSeconds()),
                    Duration.ofSeconds(config.requestTimeoutSeconds()));
            RestServer rest = new RestServer(
                    restConfig,
                    useCases,
                    Wiring.commandChecks(),
                    () -> isReady(database),
                    telemetry.join(),
                    transactions::within);
            warm.join();
            RunningServer server = new RunningServer(rest, useCases, cleanup);
            cleanup.after(Housekeeping.of(useCases));
            return server;
        });
    }

    private Config config(Map<String, String> flags) {
        return new Config(flags, environment, Path.of(""));
    }

    private static void migrate(Database database, Consumer<String> progress) {
        int migrations = database.migrate();
        if (migrations > 0) {
            progress.accept("Migrated the schema: %d steps".formatted(migrations));
        }
    }

    private static boolean isReady(Database database) {
        try {
            database.ping();
            return true;
        } catch (Unavailable away) {
            return false;
        }
    }

    /**
     * Opens a resource that closes the resources it depends on. When that fails, those are closed; a failure of the
     * environment is reported as a sentence for the user.
     */
    private static <T> T opened(Function<Cleanup, T> opening) {
        Cleanup cleanup = new Cleanup();
        try {
            return opening.apply(cleanup);
        } catch (DatabaseProblem | EmbeddedPostgresException | CannotListen problem) {
            cleanup.close();
            throw new InstallationProblem(String.valueOf(problem.getMessage()), problem);
        } catch (RuntimeException failed) {
            cleanup.close();
            throw failed;
        }
    }

    private record OpenSession(UseCases useCases, Cleanup cleanup) implements Session {

        @Override
        public void close() {
            cleanup.close();
        }
    }

    /**
     * Stops on a signal: first the running requests are answered, then the pool is closed, then the embedded
     * PostgreSQL.
     */
    private static final class RunningServer implements Server {

        private final RestServer rest;
        private final UseCases useCases;
        private final Cleanup cleanup;
        private final CountDownLatch stopped = new CountDownLatch(1);

        RunningServer(RestServer rest, UseCases useCases, Cleanup cleanup) {
            this.rest = rest;
            this.useCases = useCases;
            this.cleanup = cleanup;
            rest.start();
            cleanup.after(this::stop);
        }

        private void stop() {
            try {
                rest.stop();
            } finally {
                stopped.countDown();
            }
        }

        @Override
        public UseCases useCases() {
            return useCases;
        }

        @Override
        public URI uri() {
            return rest.uri();
        }

        @Override
        public void awaitStop() {
            try {
                stopped.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            cleanup.close();
        }
    }
}
