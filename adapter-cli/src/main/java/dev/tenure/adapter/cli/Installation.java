package dev.tenure.adapter.cli;

import dev.tenure.application.UseCases;
import dev.tenure.application.shared.CommandChecks;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The program around the command line: it finds the settings, opens the database and runs the server.
 *
 * <p>Flags are settings given on the command line, by name: {@code data-dir}, {@code database-url}, {@code port},
 * {@code host}. They win over the environment and the properties file. Progress is short lines for people, only when
 * there is something to wait for.
 */
public interface Installation {

    /** The version of this program, for example {@code 0.1.0}. */
    String version();

    /**
     * Every setting with its value and where that came from, in words such as {@code environment TENURE_PORT}. Values
     * are unmasked here; secrets are masked when they are printed, by a name with {@code password}, {@code secret} or
     * {@code token} in it, and inside URLs.
     *
     * @throws InstallationProblem when a value is unusable
     */
    List<Setting> settings(Map<String, String> flags);

    /**
     * Opens the use cases on the database that the settings select, migrated; starts the embedded one if it does not
     * run yet.
     *
     * @throws InstallationProblem when the database can't be reached or started; the message says what to do
     */
    Session open(Map<String, String> flags, Consumer<String> progress);

    /** Checks commands, wherever they came from. */
    CommandChecks commandChecks();

    /** Brings the schema up to date and returns how many migrations ran. */
    int migrate(Map<String, String> flags, Consumer<String> progress);

    /**
     * Starts the HTTP server; it serves when this returns.
     *
     * @param migrate whether the schema is brought up to date first
     * @throws InstallationProblem when the port is taken or the database can't be reached
     */
    Server serve(Map<String, String> flags, boolean migrate, Consumer<String> progress);

    /** One setting. */
    record Setting(String name, String value, String source) {}

    /** The use cases, while the database is open. */
    interface Session extends AutoCloseable {

        UseCases useCases();

        @Override
        void close();
    }

    /** A running HTTP server with the use cases behind it. */
    interface Server extends Session {

        /** Its address on this machine: the loopback address if it listens on all. */
        URI uri();

        /** Returns when the server was asked to stop (a signal) and has answered the running requests. */
        void awaitStop();
    }
}
