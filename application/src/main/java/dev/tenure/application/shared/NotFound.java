package dev.tenure.application.shared;

/** What the caller named does not exist, or the caller may not see it. */
public final class NotFound extends ApplicationException {

    /** {@code new NotFound("order", "ord_1")} has the message {@code no order ord_1}. */
    public NotFound(String what, String id) {
        super(ApplicationError.NOT_FOUND, "no %s %s".formatted(what, id));
    }
}
