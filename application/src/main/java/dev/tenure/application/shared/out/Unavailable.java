package dev.tenure.application.shared.out;

/** The store can't be reached, or has no connection free in time. Nothing was kept; the request may be sent again. */
public final class Unavailable extends RuntimeException {

    public Unavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
