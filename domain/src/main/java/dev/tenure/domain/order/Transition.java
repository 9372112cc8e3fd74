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

/**
 * All transitions of an order's status. Commands use the table to check what is allowed, and the fold to find the new
 * status; what is not in the table is refused.
 *
 * <p>Worked example: a partial order with 2 open units changes to {@code PARTIAL} by {@code FULFIL} while one of them
 * is open, and to {@code FULFILLED} when none is.
 */
public enum Transition {
    CONFIRM(Trigger.CONFIRM, EnumSet.of(PENDING), CONFIRMED, OpenUnits.ANY),
    EDIT_PENDING(Trigger.EDIT, EnumSet.of(PENDING), PENDING, OpenUnits.ANY),
    EDIT_CONFIRMED(Trigger.EDIT, EnumSet.of(CONFIRMED), CONFIRMED, OpenUnits.ANY),
    EDIT_PARTIAL(Trigger.EDIT, EnumSet.of(PARTIAL), PARTIAL, OpenUnits.SOME),
    /** The edit removed all open units. */
    EDIT_AWAY_THE_REST(Trigger.EDIT, EnumSet.of(PARTIAL), FULFILLED, OpenUnits.NONE),
    FULFIL_A_UNIT(Trigger.FULFIL, EnumSet.of(PENDING, CONFIRMED, PARTIAL), PARTIAL, OpenUnits.SOME),
    FULFIL_THE_LAST_UNIT(Trigger.FULFIL, EnumSet.of(PENDING, CONFIRMED, PARTIAL), FULFILLED, OpenUnits.NONE),
    /** The open units are given up, with a reason. */
    CLOSE(Trigger.CLOSE, EnumSet.of(PARTIAL), FULFILLED, OpenUnits.ANY),
    CANCEL(Trigger.CANCEL, EnumSet.of(PENDING, CONFIRMED), CANCELLED, OpenUnits.ANY);

    private final Trigger trigger;

    @SuppressWarnings("ImmutableEnumChecker") // Set.copyOf is immutable, although its type does not show it.
    private final Set<OrderStatus> from;

    private final OrderStatus to;

    private final OpenUnits openAfter;

    /** Whether units are open after the transition. */
    private enum OpenUnits {
        SOME,
        NONE,
        ANY;

        boolean matches(int units) {
            return this == ANY || (this == NONE) == (units == 0);
        }
    }

    Transition(Trigger trigger, Set<OrderStatus> from, OrderStatus to, OpenUnits openAfter) {
        this.trigger = trigger;
        this.from = Set.copyOf(from);
        this.to = to;
        this.openAfter = openAfter;
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

    /**
     * The status after the trigger, with this number of open units; the same status if the table has no such
     * transition.
     */
    static OrderStatus target(Trigger trigger, OrderStatus status, int openUnits) {
        return Arrays.stream(values())
                .filter(transition -> transition.trigger == trigger
                        && transition.from.contains(status)
                        && transition.openAfter.matches(openUnits))
                .findFirst()
                .map(Transition::to)
                .orElse(status);
    }

    /** The statuses in which this trigger has an effect. */
    public static Set<OrderStatus> sources(Trigger trigger) {
        Set<OrderStatus> sources = EnumSet.noneOf(OrderStatus.class);
        Arrays.stream(values())
                .filter(transition -> transition.trigger == trigger)
                .forEach(transition -> sources.addAll(transition.from));
        return sources;
    }

    /** Why the trigger is refused in this status; empty when it is allowed. */
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
