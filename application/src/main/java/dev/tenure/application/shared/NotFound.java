package dev.tenure.application.shared;

/** What the caller named is not there, or not the caller's to see. */
public final class NotFound extends ApplicationException {

    /** {@code new NotFound("order", "ord_1")} says {@code no order ord_1}. */
    public NotFound(String what, String id) {
        super(ApplicationError.NOT_FOUND, "no %s %s".formatted(what, id));
    }
}
