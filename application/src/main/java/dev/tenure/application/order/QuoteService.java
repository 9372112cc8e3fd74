package dev.tenure.application.order;

import dev.tenure.application.catalog.out.ProductRepository;
import dev.tenure.application.order.in.OrderQuote;
import dev.tenure.application.order.in.PlaceOrderCommand;
import dev.tenure.application.order.in.QuoteOrder;
import dev.tenure.application.order.out.CustomFieldRepository;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.CommandChecks;
import dev.tenure.application.shared.FieldErrors;
import dev.tenure.application.shared.out.IdGenerator;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.application.tenant.CurrentSettings;
import dev.tenure.application.tenant.out.TenantRepository;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.tenant.TenantSettings;
import java.time.Clock;
import java.util.Optional;

/** Prices orders that nobody has placed: all of placing but the keeping. */
public final class QuoteService implements QuoteOrder {

    private final ProductRepository products;
    private final CustomFieldRepository fields;
    private final CurrentSettings settings;
    private final Transactions transactions;
    private final CommandChecks checks;
    private final IdGenerator ids;
    private final Clock clock;

    public QuoteService(
            ProductRepository products,
            CustomFieldRepository fields,
            TenantRepository tenants,
            Transactions transactions,
            CommandChecks checks,
            IdGenerator ids,
            Clock clock) {
        this.products = products;
        this.fields = fields;
        this.settings = new CurrentSettings(tenants);
        this.transactions = transactions;
        this.checks = checks;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public OrderQuote quote(Caller caller, PlaceOrderCommand command) {
        caller.require(QuoteOrder.PERMISSION);
        checks.check(command);
        return transactions.forTenant(caller.tenant(), () -> {
            TenantSettings current = settings.of(caller);
            OrderDraft draft = OrderDraft.of(
                    command,
                    products.offers(OrderDraft.skus(command)),
                    current,
                    new CustomFieldChecks(fields.all()),
                    new CustomerId(ids.next("cust")));
            Order order = draft.placed(
                    caller.tenant(), new OrderId(ids.next("ord")), draft.buyer(), current, caller.stamp(clock));
            FieldErrors errors = new FieldErrors();
            Optional<OrderQuote> quote = errors.at("items", () -> OrderQuote.of(order.state()));
            errors.throwIfAny();
            return quote.orElseThrow();
        });
    }
}
