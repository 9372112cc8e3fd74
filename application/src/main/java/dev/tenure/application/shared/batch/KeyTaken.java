package dev.tenure.application.shared.batch;

/**
 * Another transaction stored a response for this idempotency key meanwhile. Internal: callers never see this.
 */
public final class KeyTaken extends RuntimeException {

    public KeyTaken() {
        super("another request with this Idempotency-Key was answered in the meantime");
    }
}
