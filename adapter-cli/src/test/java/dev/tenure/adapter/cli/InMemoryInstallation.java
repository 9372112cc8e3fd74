package dev.tenure.adapter.cli;

import dev.tenure.application.UseCases;
import dev.tenure.application.memory.InMemoryTenure;
import dev.tenure.application.shared.CommandChecks;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** An installation without a database; it remembers what it was asked. */
final class InMemoryInstallation implements Installation {

    private Supplier<UseCases> useCases;
    private URI uri = URI.create("http://127.0.0.1:8080/");
    private final Map<String, String> flags = new LinkedHashMap<>();
    private boolean migrated;
    private int open;

    InMemoryInstallation(InMemoryTenure tenure) {
        useCases = tenure::useCases;
    }

    /** From now on the database is gone in this way. */
    void failsWith(RuntimeException failure) {
        useCases = () -> {
            throw failure;
        };
    }

    /** Where the server says that it listens. */
    void listensOn(URI address) {
        uri = address;
    }

    /** The settings on the last command line. */
    Map<String, String> flags() {
        return flags;
    }

    /** Whether the last server was to migrate. */
    boolean migrated() {
        return migrated;
    }

    /** Sessions that were opened and not closed. */
    int stillOpen() {
        return open;
    }

    @Override
    public String version() {
        return "1.2.3";
    }

    @Override
    public List<Setting> settings(Map<String, String> given) {
        asked(given);
        return List.of(
                new Setting("port", given.getOrDefault("port", "8080"), given.containsKey("port") ? "flag" : "default"),
                new Setting("database-password", "hunter2", "environment"),
                new Setting(
                        "database-url",
                        "jdbc:postgresql://ann:hunter2@db:5432/tenure?password=hunter2&ssl=true",
                        "file"),
                new Setting("mail-secret", "", "default"));
    }

    @Override
    public Session open(Map<String, String> given, Consumer<String> progress) {
        asked(given);
        progress.accept("starting the database");
        UseCases opened = useCases.get();
        open++;
        return new Session() {
            @Override
            public UseCases useCases() {
                return opened;
            }

            @Override
            public void close() {
                open--;
            }
        };
    }

    @Override
    public CommandChecks commandChecks() {
        return new CommandChecks(InMemoryTenure.validator());
    }

    @Override
    public int migrate(Map<String, String> given, Consumer<String> progress) {
        asked(given);
        return 7;
    }

    @Override
    public Server serve(Map<String, String> given, boolean migrate, Consumer<String> progress) {
        Session session = open(given, progress);
        migrated = migrate;
        return new Server() {
            @Override
            public URI uri() {
                return uri;
            }

            @Override
            public void awaitStop() {}

            @Override
            public UseCases useCases() {
                return session.useCases();
            }

            @Override
            public void close() {
                session.close();
            }
        };
    }

    private void asked(Map<String, String> given) {
        flags.clear();
        flags.putAll(given);
    }
}
