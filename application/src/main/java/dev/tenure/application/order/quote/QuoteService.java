package dev.tenure.application.order.quote;

import dev.tenure.application.order.OrderingContext;
import dev.tenure.application.order.OrderingContextLoader;
import dev.tenure.application.order.in.OrderQuote;
import dev.tenure.application.order.in.PlaceOrderCommand;
import dev.tenure.application.order.in.QuoteOrder;
import dev.tenure.application.order.place.OrderDraft;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.CommandChecks;
import dev.tenure.application.shared.FieldErrors;
import dev.tenure.application.shared.out.IdGenerator;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderId;
import java.time.Clock;
import java.util.List;

/** Prices orders without saving them. */
public final class QuoteService implements QuoteOrder {

    private final OrderingContextLoader contexts;
    private final Transactions transactions;
    private final CommandChecks checks;
    private final IdGenerator ids;
    private final Clock clock;

    public QuoteService(
            OrderingContextLoader contexts,
            Transactions transactions,
            CommandChecks checks,
            IdGenerator ids,
            Clock clock) {
        this.contexts = contexts;
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
            OrderingContext context = contexts.load(caller.tenant(), OrderDraft.skus(List.of(command)))
                    .get();
            OrderDraft draft = OrderDraft.of(command, context, new CustomerId(ids.next("cust")));
            OrderId id = new OrderId(ids.next("ord"));
            Order order = draft.placed(caller.tenant(), id, context.settings(), caller.stamp(clock));
            return FieldErrors.require("items", () -> OrderQuote.of(order.state()));
        });
    }
}
