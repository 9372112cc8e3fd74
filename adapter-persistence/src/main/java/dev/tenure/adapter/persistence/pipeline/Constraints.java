package dev.tenure.adapter.persistence.pipeline;

import org.jooq.exception.DataAccessException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Which constraint refused a write; the transaction is lost then. */
public final class Constraints {

    private Constraints() {}

    public static boolean isBroken(String constraint, DataAccessException refused) {
        PSQLException cause = refused.getCause(PSQLException.class);
        ServerErrorMessage message = cause == null ? null : cause.getServerErrorMessage();
        return message != null && constraint.equals(message.getConstraint());
    }
}
