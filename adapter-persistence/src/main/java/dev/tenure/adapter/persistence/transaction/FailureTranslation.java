package dev.tenure.adapter.persistence.transaction;

import dev.tenure.application.shared.out.Unavailable;
import java.util.Set;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** Maps a failure of the database, by its SQLSTATE, to an exception for the use case. */
final class FailureTranslation {

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String QUERY_CANCELED = "57014";
    private static final String READ_ONLY = "25006";
    private static final Set<String> SERIALIZATION_FAILURE_OR_DEADLOCK = Set.of("40001", "40P01");

    /** Cardinality, data, constraints, rolled back, syntax and rights, check option. */
    private static final Set<String> CLASSES_OF_STATEMENTS = Set.of("21", "22", "23", "40", "42", "44");

    /** Connection lost; out of memory, disk space or connections; shutdown or timeout; file errors. */
    private static final Set<String> CLASSES_OF_SERVER = Set.of("08", "53", "57", "58");

    private FailureTranslation() {}

    /** The exception for the use case. */
    static RuntimeException translated(DataAccessException failed, TransactionKind kind) throws SerializationFailure {
        String state = failed.sqlState();
        if (kind == TransactionKind.OF_SEVERAL && state.equals(LOCK_NOT_AVAILABLE)) {
            return failed;
        }
        if (SERIALIZATION_FAILURE_OR_DEADLOCK.contains(state)) {
            throw new SerializationFailure(failed);
        }
        return isOfServer(state) ? new Unavailable("the database was lost or stopped during the work", failed) : failed;
    }

    private static boolean isOfServer(String state) {
        return (state.length() > 1 && CLASSES_OF_SERVER.contains(state.substring(0, 2)))
                || state.equals(LOCK_NOT_AVAILABLE)
                || state.equals(READ_ONLY);
    }

    /** Whether only a statement failed and the server is still running, so that no commit can have happened. */
    static boolean isOfStatement(@Nullable String state) {
        return state != null
                && (CLASSES_OF_STATEMENTS.contains(state.substring(0, 2))
                        || state.equals(LOCK_NOT_AVAILABLE)
                        || state.equals(QUERY_CANCELED));
    }
}
