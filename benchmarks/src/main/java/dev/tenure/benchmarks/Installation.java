package dev.tenure.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.benchmarks.Api.Tenant;
import dev.tenure.benchmarks.server.Database;
import dev.tenure.benchmarks.server.Launcher;
import dev.tenure.benchmarks.server.Server;
import java.nio.file.Path;
import java.util.Map;

/** A running server with its database, and tenants created by the command line as an operator would. */
final class Installation implements AutoCloseable {

    private final Launcher launcher;
    private final Server server;
    private final Database database;
    private final Map<String, String> settings;

    private Installation(Launcher launcher, Server server, Database database, Map<String, String> settings) {
        this.launcher = launcher;
        this.server = server;
        this.database = database;
        this.settings = settings;
    }

    static Installation start(Launcher launcher, Path log) {
        Server server = Server.start(launcher, log);
        try {
            Database database = Database.of(launcher.data());
            return new Installation(launcher, server, database, database.requireDurable());
        } catch (BenchmarkException e) {
            server.close();
            throw e;
        }
    }

    Launcher launcher() {
        return launcher;
    }

    Server server() {
        return server;
    }

    Database database() {
        return database;
    }

    /** The durability settings that the database reports. */
    Map<String, String> settings() {
        return settings;
    }

    /** A tenant with tax on top, and a key with all permissions and without a rate limit. */
    Tenant tenant(String id) {
        launcher.json("tenant", "create", id, "--currency", "EUR");
        launcher.json("tenant", "set", id, "--tax-mode", "exclusive", "--tax-rate", "21");
        JsonNode key = launcher.json("api-key", "create", "--tenant", id, "--name", "benchmarks");
        if (!key.path("requestsPerMinute").isMissingNode()
                && !key.path("requestsPerMinute").isNull()) {
            launcher.json("api-key", "limit", key.path("keyId").asText(), "none");
        }
        return new Tenant(id, key.path("key").asText());
    }

    Api api(Tenant tenant) {
        return new Api(server.uri(), tenant);
    }

    @Override
    public void close() {
        server.close();
    }
}
