package dev.tenure.adapter.persistence.transaction;

import org.jooq.exception.DataAccessException;

/** The server ended the transaction in favour of another one (serialization failure or deadlock); the same work can succeed now. */
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
