package dev.tenure.application.shared.out;

/** The connection broke while the commit was under way: the change was kept whole or not at all, and nobody here knows which. */
public final class OutcomeUnknown extends RuntimeException {

    public OutcomeUnknown(Throwable cause) {
        super("the outcome of the commit is unknown", cause);
    }
}
