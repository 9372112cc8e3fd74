package dev.tenure.bootstrap;

import dev.tenure.adapter.http.telemetry.Telemetry;
import dev.tenure.adapter.persistence.Database;
import dev.tenure.adapter.persistence.DatabaseSettings;
import dev.tenure.adapter.persistence.DatabaseSettings.Login;
import dev.tenure.adapter.persistence.embedded.Credentials;
import dev.tenure.adapter.persistence.embedded.EmbeddedPostgres;
import dev.tenure.bootstrap.Config.ExternalDatabase;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The open database, and its embedded PostgreSQL if there is one. */
final class Store implements AutoCloseable {

    private final @Nullable EmbeddedPostgres postgres;
    private final Database database;

    private Store(@Nullable EmbeddedPostgres postgres, Database database) {
        this.postgres = postgres;
        this.database = database;
    }

    static Store open(Config config, Consumer<String> progress) {
        return open(config, progress, Database::open);
    }

    /** As {@link #open(Config, Consumer)}, with metrics and traces. */
    static Store open(Config config, Consumer<String> progress, Supplier<Telemetry> telemetry) {
        return open(
                config,
                progress,
                settings -> Database.open(
                        settings, telemetry.get().meters(), telemetry.get().tracing()));
    }

    private static Store open(Config config, Consumer<String> progress, Function<DatabaseSettings, Database> opening) {
        Optional<ExternalDatabase> external = config.externalDatabase();
        if (external.isPresent()) {
            return new Store(null, opening.apply(settings(external.get(), config.poolSize())));
        }
        EmbeddedPostgres postgres = EmbeddedPostgres.open(config.dataDirectory(), progress);
        try {
            return new Store(postgres, opening.apply(settings(postgres, config.poolSize())));
        } catch (RuntimeException failed) {
            postgres.close();
            throw failed;
        }
    }

    Database database() {
        return database;
    }

    @Override
    public void close() {
        try {
            database.close();
        } finally {
            if (postgres != null) {
                postgres.close();
            }
        }
    }

    private static DatabaseSettings settings(ExternalDatabase external, int poolSize) {
        return new DatabaseSettings(
                external.url(),
                new Login(external.user(), external.password()),
                new Login(external.ownerUser(), external.ownerPassword()),
                poolSize);
    }

    private static DatabaseSettings settings(EmbeddedPostgres postgres, int poolSize) {
        return new DatabaseSettings(
                postgres.jdbcUrl(), login(postgres.application()), login(postgres.owner()), poolSize);
    }

    private static Login login(Credentials credentials) {
        return new Login(credentials.user(), credentials.password());
    }
}
