package dev.tenure.application.shared.batch;

import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.ApplicationException;

/** The key was used for another request. */
public final class KeyReused extends ApplicationException {

    public KeyReused() {
        super(
                ApplicationError.IDEMPOTENCY_KEY_REUSED,
                "this Idempotency-Key was used for another request within the last day; use a new key for a new request");
    }
}
