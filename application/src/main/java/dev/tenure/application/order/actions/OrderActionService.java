package dev.tenure.application.order.actions;

import dev.tenure.application.order.OrdersById;
import dev.tenure.application.order.in.ExplainOrderActions;
import dev.tenure.application.order.in.OrderActions;
import dev.tenure.application.order.in.OrderActions.Action;
import dev.tenure.application.order.in.OrderActions.OfItem;
import dev.tenure.application.order.in.OrderActions.Permission;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.application.tenant.CurrentSettings;
import dev.tenure.application.tenant.out.TenantRepository;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderItem;
import dev.tenure.domain.order.OrderState;
import dev.tenure.domain.order.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists the actions that an order allows; the order itself decides. */
public final class OrderActionService implements ExplainOrderActions {

    private final OrdersById orders;
    private final CurrentSettings settings;
    private final Transactions transactions;

    public OrderActionService(OrdersById orders, TenantRepository tenants, Transactions transactions) {
        this.orders = orders;
        this.settings = new CurrentSettings(tenants);
        this.transactions = transactions;
    }

    @Override
    public OrderActions explain(Caller caller, String orderId) {
        caller.require(ExplainOrderActions.PERMISSION);
        return transactions.forTenant(caller.tenant(), () -> {
            Order order = Order.replay(orders.life(caller, orderId));
            return explained(order, settings.of(caller).requireConfirmation());
        });
    }

    private static OrderActions explained(Order order, boolean confirmationRequired) {
        OrderState state = order.state();
        List<OfItem> items = new ArrayList<>();
        for (int i = 0; i < state.items().size(); i++) {
            OrderItem item = state.items().get(i);
            int number = item.number();
            items.add(new OfItem(
                    i,
                    item.sku().value(),
                    List.of(
                            Permission.of(Action.EDIT, order.objections().objectionToChanging(number)),
                            Permission.of(Action.REMOVE, order.objections().objectionToRemoving(number)),
                            Permission.of(
                                    Action.FULFIL,
                                    order.objections().objectionToFulfilling(number, confirmationRequired)))));
        }
        return new OrderActions(
                state.id().value(),
                state.status(),
                state.version(),
                List.of(
                        Permission.of(Action.CONFIRM, order.objections().objectionTo(Trigger.CONFIRM)),
                        Permission.of(Action.EDIT, order.objections().objectionTo(Trigger.EDIT)),
                        Permission.of(Action.FULFIL, order.objections().objectionToFulfilling(confirmationRequired)),
                        Permission.of(Action.CLOSE, order.objections().objectionTo(Trigger.CLOSE)),
                        Permission.of(Action.CANCEL, order.objections().objectionTo(Trigger.CANCEL)),
                        Permission.of(Action.EDIT_NOTES, Optional.empty()),
                        Permission.of(Action.MARK_PAID, order.objections().objectionToPaying())),
                items);
    }
}
