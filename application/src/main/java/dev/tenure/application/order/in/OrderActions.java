package dev.tenure.application.order.in;

import dev.tenure.domain.order.OrderStatus;
import dev.tenure.domain.shared.DomainException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be done with an order at this version, and with each of its items. */
public record OrderActions(
        String orderId, OrderStatus status, long version, List<Permission> actions, List<OfItem> items) {

    public OrderActions {
        actions = List.copyOf(actions);
        items = List.copyOf(items);
    }

    /** What can be asked of an order or an item. */
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
     * @param objection what the command would be refused with: its code, the rule in a sentence and the facts; null when it is allowed
     */
    public record Permission(Action action, @Nullable DomainException objection) {

        public static Permission of(Action action, Optional<DomainException> objection) {
            return new Permission(action, objection.orElse(null));
        }

        public boolean allowed() {
            return objection == null;
        }
    }

    /** The actions on one item, by its place in the list. */
    public record OfItem(int itemIndex, String sku, List<Permission> actions) {

        public OfItem {
            actions = List.copyOf(actions);
        }
    }
}
