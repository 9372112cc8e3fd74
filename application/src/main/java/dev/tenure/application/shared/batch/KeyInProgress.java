package dev.tenure.application.shared.batch;

import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.ApplicationException;

/** The same request is being executed, and has not ended in time. */
public final class KeyInProgress extends ApplicationException {

    public KeyInProgress() {
        super(
                ApplicationError.IDEMPOTENCY_KEY_IN_PROGRESS,
                "a request with this Idempotency-Key is being worked on; ask again for its answer");
    }
}
