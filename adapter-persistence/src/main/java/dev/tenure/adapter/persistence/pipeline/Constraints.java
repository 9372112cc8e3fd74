package dev.tenure.adapter.persistence.pipeline;

import java.util.regex.Pattern;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Finds the constraint that refused a write; the transaction has failed then. */
public final class Constraints {

    private Constraints() {}

    public static boolean isBroken(String constraint, DataAccessException refused) {
        PSQLException cause = refused.getCause(PSQLException.class);
        ServerErrorMessage message = cause == null ? null : cause.getServerErrorMessage();
        return message != null && isNamed(constraint, message.getConstraint(), message.getMessage());
    }

    // A distributed server names the constraint of the shard, with the shard's number as a suffix, and only in the
    // message.
    static boolean isNamed(String constraint, @Nullable String field, @Nullable String message) {
        return field == null
                ? message != null
                        && Pattern.compile("\\b" + Pattern.quote(constraint) + "(_\\d+)?\\b")
                                .matcher(message)
                                .find()
                : field.matches(Pattern.quote(constraint) + "(_\\d+)?");
    }
}
