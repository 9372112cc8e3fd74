package dev.tenure.domain.order;

import static dev.tenure.domain.order.OrderStatus.CANCELLED;
import static dev.tenure.domain.order.OrderStatus.CONFIRMED;
import static dev.tenure.domain.order.OrderStatus.FULFILLED;
import static dev.tenure.domain.order.OrderStatus.PARTIAL;
import static dev.tenure.domain.order.OrderStatus.PENDING;

import dev.tenure.domain.shared.DomainException;
import dev.tenure.domain.shared.IllegalTransition;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The moves of an order's status: all that exist. What is not here is refused. */
public enum Transition {
    CONFIRM(Trigger.CONFIRM, EnumSet.of(PENDING), CONFIRMED),
    EDIT_PENDING(Trigger.EDIT, EnumSet.of(PENDING), PENDING),
    EDIT_CONFIRMED(Trigger.EDIT, EnumSet.of(CONFIRMED), CONFIRMED),
    EDIT_PARTIAL(Trigger.EDIT, EnumSet.of(PARTIAL), PARTIAL),
    /** The edit removed what was still open. */
    EDIT_AWAY_THE_REST(Trigger.EDIT, EnumSet.of(PARTIAL), FULFILLED),
    FULFIL_A_UNIT(Trigger.FULFIL, EnumSet.of(PENDING, CONFIRMED, PARTIAL), PARTIAL),
    FULFIL_THE_LAST_UNIT(Trigger.FULFIL, EnumSet.of(PENDING, CONFIRMED, PARTIAL), FULFILLED),
    /** What is still open is given up, with a reason. */
    CLOSE(Trigger.CLOSE, EnumSet.of(PARTIAL), FULFILLED),
    CANCEL(Trigger.CANCEL, EnumSet.of(PENDING, CONFIRMED), CANCELLED);

    private final Trigger trigger;

    @SuppressWarnings("ImmutableEnumChecker") // Set.copyOf is immutable; the type just does not say so.
    private final Set<OrderStatus> from;

    private final OrderStatus to;

    Transition(Trigger trigger, Set<OrderStatus> from, OrderStatus to) {
        this.trigger = trigger;
        this.from = Set.copyOf(from);
        this.to = to;
    }

    public Trigger trigger() {
        return trigger;
    }

    public Set<OrderStatus> from() {
        return from;
    }

    public OrderStatus to() {
        return to;
    }

    /** The statuses in which this trigger does something. */
    public static Set<OrderStatus> sources(Trigger trigger) {
        Set<OrderStatus> sources = EnumSet.noneOf(OrderStatus.class);
        Arrays.stream(values())
                .filter(transition -> transition.trigger == trigger)
                .forEach(transition -> sources.addAll(transition.from));
        return sources;
    }

    /** Why the trigger is refused in this status; nothing when it is allowed. */
    static Optional<DomainException> objection(Trigger trigger, OrderStatus status) {
        Set<OrderStatus> allowed = sources(trigger);
        if (allowed.contains(status)) {
            return Optional.empty();
        }
        return Optional.of(new IllegalTransition(
                code(trigger, status),
                "%s is possible for an order that is %s; this one is %s"
                        .formatted(trigger.name().toLowerCase(Locale.ROOT), words(allowed), word(status)),
                Map.of(
                        "status",
                        word(status),
                        "allowed",
                        allowed.stream().map(Transition::word).toList())));
    }

    private static OrderError code(Trigger trigger, OrderStatus status) {
        return switch (trigger) {
            case CANCEL -> OrderError.ORDER_NOT_CANCELLABLE;
            case FULFIL -> status == FULFILLED ? OrderError.ITEM_FULLY_FULFILLED : OrderError.ORDER_NOT_CONFIRMED;
            case CONFIRM, EDIT, CLOSE -> OrderError.INVALID_STATUS;
        };
    }

    private static String words(Set<OrderStatus> statuses) {
        return String.join(" or ", statuses.stream().map(Transition::word).toList());
    }

    private static String word(OrderStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
