package dev.tenure.bootstrap;

import dev.tenure.adapter.cli.Installation;
import dev.tenure.adapter.cli.InstallationProblem;
import dev.tenure.adapter.persistence.Database;
import dev.tenure.adapter.persistence.DatabaseProblem;
import dev.tenure.adapter.persistence.embedded.EmbeddedPostgresException;
import dev.tenure.adapter.rest.CannotListen;
import dev.tenure.adapter.rest.RestConfig;
import dev.tenure.adapter.rest.RestServer;
import dev.tenure.application.UseCases;
import dev.tenure.application.shared.out.Unavailable;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** This program, as its command line sees it: settings, database, server. */
final class TenureInstallation implements Installation {

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
        return explained(() -> new OpenSession(store(config(flags), true, progress)));
    }

    @Override
    public int migrate(Map<String, String> flags, Consumer<String> progress) {
        return explained(() -> {
            try (Store store = Store.open(config(flags), progress)) {
                return store.database().migrate();
            }
        });
    }

    @Override
    public Server serve(Map<String, String> flags, boolean migrate, Consumer<String> progress) {
        Config config = config(flags);
        return explained(() -> {
            Store store = store(config, migrate, progress);
            try {
                return new RunningServer(config, store);
            } catch (RuntimeException failed) {
                store.close();
                throw failed;
            }
        });
    }

    private Config config(Map<String, String> flags) {
        return new Config(flags, environment, Path.of(""));
    }

    private static Store store(Config config, boolean migrate, Consumer<String> progress) {
        Store store = Store.open(config, progress);
        try {
            if (migrate) {
                int migrations = store.database().migrate();
                if (migrations > 0) {
                    progress.accept("Migrated the schema: %d steps".formatted(migrations));
                }
            }
            return store;
        } catch (RuntimeException failed) {
            store.close();
            throw failed;
        }
    }

    /** What goes wrong around the program is the user's to mend, and is told as a sentence. */
    private static <T> T explained(Supplier<T> work) {
        try {
            return work.get();
        } catch (DatabaseProblem | EmbeddedPostgresException | CannotListen problem) {
            throw new InstallationProblem(String.valueOf(problem.getMessage()), problem);
        }
    }

    private static final class OpenSession implements Session {

        private final Store store;
        private final UseCases useCases;

        OpenSession(Store store) {
            this.store = store;
            try {
                this.useCases = Wiring.useCases(store.database());
            } catch (RuntimeException failed) {
                store.close();
                throw failed;
            }
        }

        @Override
        public UseCases useCases() {
            return useCases;
        }

        @Override
        public void close() {
            store.close();
        }
    }

    /** Stops on a signal: requests under way are answered first, then the pool is closed, then the embedded PostgreSQL. */
    private static final class RunningServer implements Server {

        private final Store store;
        private final UseCases useCases;
        private final RestServer rest;
        private final Thread onSignal = new Thread(this::stop, "stop");
        private final CountDownLatch stopped = new CountDownLatch(1);

        RunningServer(Config config, Store store) {
            this.store = store;
            this.useCases = Wiring.useCases(store.database());
            RestConfig restConfig = new RestConfig(
                    config.host(),
                    config.port(),
                    config.maxConcurrentRequests(),
                    RestConfig.USUAL.patience(),
                    Duration.ofSeconds(config.stopTimeoutSeconds()));
            this.rest = new RestServer(restConfig, useCases, Wiring.commandChecks(), () -> isReady(store.database()));
            rest.start();
            Runtime.getRuntime().addShutdownHook(onSignal);
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
            try {
                if (Runtime.getRuntime().removeShutdownHook(onSignal)) {
                    stop();
                }
            } catch (IllegalStateException stoppingAlready) {
                awaitStop();
            }
        }

        private void stop() {
            try {
                rest.stop();
                store.close();
            } finally {
                stopped.countDown();
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
    }
}
