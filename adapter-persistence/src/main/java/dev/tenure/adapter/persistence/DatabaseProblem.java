package dev.tenure.adapter.persistence;

/** The database can't be used as it is. The message says why and what to do, and is meant for people. */
public final class DatabaseProblem extends RuntimeException {

    DatabaseProblem(String message) {
        super(message);
    }

    DatabaseProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
