package dev.tenure.adapter.persistence;

import dev.tenure.adapter.persistence.DatabaseSettings.Login;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What a failure to connect means, and what to do about it. */
final class ConnectionFailures {

    private static final String URL_SHAPE = "jdbc:postgresql://HOST:5432/DATABASE";

    private ConnectionFailures() {}

    static DatabaseProblem problem(DatabaseSettings settings, Login login, SQLException failure) {
        return new DatabaseProblem(message(settings.place(), login.user(), rootOf(failure)), failure);
    }

    // The pool wraps the failure of its own connection attempt.
    private static SQLException rootOf(SQLException failure) {
        return failure.getCause() instanceof SQLException cause ? rootOf(cause) : failure;
    }

    private static String message(String place, String user, SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return switch (state) {
            case "28P01" ->
                "PostgreSQL at %s refuses the password of %s. Check user and password.".formatted(place, user);
            case "28000" ->
                "PostgreSQL at %s does not let %s in: %s. Check the user, and the server's pg_hba.conf."
                        .formatted(place, user, failure.getMessage());
            case "3D000" -> "There is no such database at %s. Create it first: createdb NAME.".formatted(place);
            case "53300" ->
                "PostgreSQL at %s has no connection free. Lower the pool size or raise max_connections."
                        .formatted(place);
            case "57P03" -> "PostgreSQL at %s is starting up or shutting down. Try again in a moment.".formatted(place);
            case "42501" ->
                "%s may not do this at %s: %s. Is the login the owner of the schema, or a member of tenure_app?"
                        .formatted(user, place, failure.getMessage());
            default -> unreachable(place, failure);
        };
    }

    private static String unreachable(String place, SQLException failure) {
        if (failure.getMessage() != null && failure.getMessage().startsWith("No suitable driver")) {
            return "%s is no URL of a PostgreSQL database; it has to look like %s.".formatted(place, URL_SHAPE);
        }
        Throwable cause = networkFailure(failure);
        if (cause instanceof UnknownHostException) {
            return "The host of %s is not known. Check its name, or the network.".formatted(place);
        }
        if (cause instanceof ConnectException) {
            return "Nothing answers at %s: %s. Does PostgreSQL run there, and does it listen on this address?"
                    .formatted(place, cause.getMessage());
        }
        if (cause instanceof SocketTimeoutException) {
            return "PostgreSQL at %s did not answer in time. Check the address, or a firewall between."
                    .formatted(place);
        }
        return "The database at %s can't be used: %s".formatted(place, failure.getMessage());
    }

    private static @Nullable Throwable networkFailure(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException
                    || cause instanceof ConnectException
                    || cause instanceof SocketTimeoutException) {
                return cause;
            }
        }
        return null;
    }
}
