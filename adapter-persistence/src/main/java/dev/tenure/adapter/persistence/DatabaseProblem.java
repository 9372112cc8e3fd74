package dev.tenure.adapter.persistence;

/** The database can't be used in its state. The message says why and what to do, for people. */
public final class DatabaseProblem extends RuntimeException {

    DatabaseProblem(String message) {
        super(message);
    }

    DatabaseProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
