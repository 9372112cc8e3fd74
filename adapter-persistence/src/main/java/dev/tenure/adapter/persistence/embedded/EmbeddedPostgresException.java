package dev.tenure.adapter.persistence.embedded;

import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL cannot be used. The message says why and what to do, for the user. */
public final class EmbeddedPostgresException extends RuntimeException {

    EmbeddedPostgresException(String message) {
        super(message);
    }

    EmbeddedPostgresException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
