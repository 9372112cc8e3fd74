package dev.tenure.adapter.persistence.transaction;

import org.jooq.exception.DataAccessException;

/**
 * The server aborted the transaction in favour of another one (serialization failure or deadlock); a retry can succeed.
 */
final class SerializationFailure extends Exception {

    private final transient DataAccessException exception;

    SerializationFailure(DataAccessException exception) {
        super(exception);
        this.exception = exception;
    }

    DataAccessException exception() {
        return exception;
    }
}
