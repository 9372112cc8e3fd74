package dev.tenure.application.order.edit;

import dev.tenure.application.order.FindOrCreateCustomer;
import dev.tenure.application.order.FindOrCreateCustomer.Buyers;
import dev.tenure.application.order.OrderingContext;
import dev.tenure.application.order.OrderingContextLoader;
import dev.tenure.application.order.OrdersById;
import dev.tenure.application.order.in.EditOrder;
import dev.tenure.application.order.in.EditOrderCommand;
import dev.tenure.application.order.in.MarkOrderPaid;
import dev.tenure.application.order.in.MarkOrderPaidCommand;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.order.in.ReplaceNotes;
import dev.tenure.application.order.in.ReplaceNotesCommand;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.CommandChecks;
import dev.tenure.application.shared.FieldErrors;
import dev.tenure.domain.order.Buyer;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.shared.Stamp;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Edits orders, their notes and their payment. */
public final class OrderEditService implements EditOrder, ReplaceNotes, MarkOrderPaid {

    private final OrdersById orders;
    private final FindOrCreateCustomer customers;
    private final OrderingContextLoader contexts;
    private final CommandChecks checks;
    private final Clock clock;

    public OrderEditService(
            OrdersById orders,
            FindOrCreateCustomer customers,
            OrderingContextLoader contexts,
            CommandChecks checks,
            Clock clock) {
        this.orders = orders;
        this.customers = customers;
        this.contexts = contexts;
        this.checks = checks;
        this.clock = clock;
    }

    @Override
    public OrderView edit(Caller caller, EditOrderCommand command) {
        caller.require(EditOrder.PERMISSION);
        checks.check(command);
        return orders.change(caller, command.orderId(), order -> {
            Stamp stamp = caller.stamp(clock);
            OrderingContext context =
                    contexts.load(caller.tenant(), OrderEdit.skus(command)).get();
            OrderEdit edit = OrderEdit.of(command, order.state(), context, stamp);
            Buyer buyer = identified(order.state().buyer(), edit.buyer(), caller, stamp);
            Order edited = edit.applyTo(order, buyer, stamp);
            return command.status().happens() ? edited.confirm(stamp) : edited;
        });
    }

    /** Another e-mail address means another customer. */
    private Buyer identified(Buyer before, Buyer after, Caller caller, Stamp stamp) {
        boolean same =
                before.profile().email().key().equals(after.profile().email().key());
        if (same) {
            return after;
        }
        Buyers buyers = customers
                .load(List.of(after.profile().email()), caller.tenant(), stamp.at())
                .get();
        Buyer identified = buyers.identified(after.identifiedAs(customers.nextId()));
        buyers.accept(identified);
        customers.store(buyers);
        return identified;
    }

    @Override
    public OrderView replace(Caller caller, ReplaceNotesCommand command) {
        caller.require(ReplaceNotes.PERMISSION);
        checks.check(command);
        return orders.change(
                caller,
                command.orderId(),
                order -> FieldErrors.require("", () -> order.replaceNotes(command.notes(), caller.stamp(clock))));
    }

    @Override
    public OrderView markPaid(Caller caller, MarkOrderPaidCommand command) {
        caller.require(MarkOrderPaid.PERMISSION);
        checks.check(command);
        return orders.change(caller, command.orderId(), order -> {
            Money amount = amount(command.paidAmount(), order);
            return FieldErrors.require("", () -> order.markPaid(command.reference(), amount, caller.stamp(clock)));
        });
    }

    private static @Nullable Money amount(@Nullable BigDecimal given, Order order) {
        return given == null
                ? null
                : FieldErrors.require(
                        "paidAmount", () -> new Money(given, order.state().currency()));
    }
}
