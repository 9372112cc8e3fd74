package dev.tenure.application.shared.out;

/** The connection broke during the commit: the change was saved completely or not at all, and it is unknown which. */
public final class OutcomeUnknown extends RuntimeException {

    public OutcomeUnknown(Throwable cause) {
        super("the outcome of the commit is unknown", cause);
    }
}
