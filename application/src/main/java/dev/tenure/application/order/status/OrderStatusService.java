package dev.tenure.application.order.status;

import dev.tenure.application.order.OrdersById;
import dev.tenure.application.order.in.CancelOrder;
import dev.tenure.application.order.in.CancelOrderCommand;
import dev.tenure.application.order.in.CloseOrder;
import dev.tenure.application.order.in.CloseOrderCommand;
import dev.tenure.application.order.in.ConfirmOrder;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.CommandChecks;
import dev.tenure.application.shared.FieldErrors;
import java.time.Clock;

/** Confirms, cancels and closes orders. */
public final class OrderStatusService implements ConfirmOrder, CancelOrder, CloseOrder {

    private final OrdersById orders;
    private final CommandChecks checks;
    private final Clock clock;

    public OrderStatusService(OrdersById orders, CommandChecks checks, Clock clock) {
        this.orders = orders;
        this.checks = checks;
        this.clock = clock;
    }

    @Override
    public OrderView confirm(Caller caller, String orderId) {
        caller.require(ConfirmOrder.PERMISSION);
        return orders.change(caller, orderId, order -> order.confirm(caller.stamp(clock)));
    }

    @Override
    public OrderView cancel(Caller caller, CancelOrderCommand command) {
        caller.require(CancelOrder.PERMISSION);
        checks.check(command);
        return orders.change(caller, command.orderId(), order -> order.cancel(command.reason(), caller.stamp(clock)));
    }

    @Override
    public OrderView close(Caller caller, CloseOrderCommand command) {
        caller.require(CloseOrder.PERMISSION);
        checks.check(command);
        return orders.change(
                caller,
                command.orderId(),
                order -> FieldErrors.require("", () -> order.close(command.reason(), caller.stamp(clock))));
    }
}
