package dev.tenure.application.shared.out;

/** The store can't be reached, or has no free connection in time. Nothing was saved; the request may be sent again. */
public final class Unavailable extends RuntimeException {

    public Unavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
