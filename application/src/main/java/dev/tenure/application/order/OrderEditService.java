package dev.tenure.application.order;

import dev.tenure.application.catalog.out.ProductRepository;
import dev.tenure.application.customer.out.CustomerRepository;
import dev.tenure.application.order.FindOrCreateCustomer.Buyers;
import dev.tenure.application.order.in.EditOrder;
import dev.tenure.application.order.in.EditOrderCommand;
import dev.tenure.application.order.in.MarkOrderPaid;
import dev.tenure.application.order.in.MarkOrderPaidCommand;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.order.in.ReplaceNotes;
import dev.tenure.application.order.in.ReplaceNotesCommand;
import dev.tenure.application.order.out.CustomFieldRepository;
import dev.tenure.application.order.out.OrderRepository;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.CommandChecks;
import dev.tenure.application.shared.FieldErrors;
import dev.tenure.application.shared.out.IdGenerator;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.application.tenant.CurrentSettings;
import dev.tenure.application.tenant.out.TenantRepository;
import dev.tenure.domain.order.Buyer;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.shared.Stamp;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Edits orders and what is written onto them. */
public final class OrderEditService implements EditOrder, ReplaceNotes, MarkOrderPaid {

    private final OrdersById orders;
    private final FindOrCreateCustomer customers;
    private final ProductRepository products;
    private final CustomFieldRepository fields;
    private final CurrentSettings settings;
    private final CommandChecks checks;
    private final Clock clock;

    public OrderEditService(
            OrderRepository orders,
            CustomerRepository customers,
            ProductRepository products,
            CustomFieldRepository fields,
            TenantRepository tenants,
            Transactions transactions,
            CommandChecks checks,
            IdGenerator ids,
            Clock clock) {
        this.orders = new OrdersById(orders, transactions);
        this.customers = new FindOrCreateCustomer(customers, ids);
        this.products = products;
        this.fields = fields;
        this.settings = new CurrentSettings(tenants);
        this.checks = checks;
        this.clock = clock;
    }

    @Override
    public OrderView edit(Caller caller, EditOrderCommand command) {
        caller.require(EditOrder.PERMISSION);
        checks.check(command);
        return orders.change(caller, command.orderId(), order -> {
            Stamp stamp = caller.stamp(clock);
            OrderEdit edit = OrderEdit.of(
                    command,
                    order.state(),
                    products::offers,
                    settings.of(caller).contractLengths(),
                    new CustomFieldChecks(command.customFields().happens() ? fields.all() : List.of()),
                    stamp);
            Buyer buyer = identified(order.state().buyer(), edit.buyer(), caller, stamp);
            Order edited = edit.applyTo(order, buyer, stamp);
            return command.status().happens() ? edited.confirm(stamp) : edited;
        });
    }

    /** Another e-mail address is another customer. */
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
                order -> named(() -> order.replaceNotes(command.notes(), caller.stamp(clock))));
    }

    @Override
    public OrderView markPaid(Caller caller, MarkOrderPaidCommand command) {
        caller.require(MarkOrderPaid.PERMISSION);
        checks.check(command);
        return orders.change(caller, command.orderId(), order -> {
            Money amount = amount(command.paidAmount(), order);
            return named(() -> order.markPaid(command.reference(), amount, caller.stamp(clock)));
        });
    }

    private static @Nullable Money amount(@Nullable BigDecimal given, Order order) {
        FieldErrors errors = new FieldErrors();
        Optional<Money> amount = Optional.ofNullable(given)
                .flatMap(number -> errors.at(
                        "paidAmount", () -> new Money(number, order.state().currency())));
        errors.throwIfAny();
        return amount.orElse(null);
    }

    /** The order after the change, or a refusal that names the field. */
    private static Order named(Supplier<Order> change) {
        FieldErrors errors = new FieldErrors();
        Optional<Order> changed = errors.within("", change);
        errors.throwIfAny();
        return changed.orElseThrow();
    }
}
