package dev.tenure.application.order.in;

import dev.tenure.domain.order.OrderStatus;
import dev.tenure.domain.shared.DomainException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The actions that an order allows at this version, for itself and for each of its items. */
public record OrderActions(
        String orderId, OrderStatus status, long version, List<Permission> actions, List<OfItem> items) {

    public OrderActions {
        actions = List.copyOf(actions);
        items = List.copyOf(items);
    }

    /** The actions on an order or an item. */
    public enum Action {
        CONFIRM,
        EDIT,
        REMOVE,
        FULFIL,
        CLOSE,
        CANCEL,
        EDIT_NOTES,
        MARK_PAID
    }

    /**
     * Whether an action is allowed.
     *
     * @param objection the error of the command, with code, message and details; null when it is allowed
     */
    public record Permission(Action action, @Nullable DomainException objection) {

        public static Permission of(Action action, Optional<DomainException> objection) {
            return new Permission(action, objection.orElse(null));
        }

        public boolean allowed() {
            return objection == null;
        }
    }

    /** The actions on one item, by its index in the list. */
    public record OfItem(int itemIndex, String sku, List<Permission> actions) {

        public OfItem {
            actions = List.copyOf(actions);
        }
    }
}
