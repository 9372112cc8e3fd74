package dev.tenure.application.shared.batch;

/** Another transaction answered a request with this Idempotency-Key in the meantime. Nobody outside ever sees this. */
public final class KeyTaken extends RuntimeException {

    public KeyTaken() {
        super("another request with this Idempotency-Key was answered in the meantime");
    }
}
