package dev.tenure.adapter.cli.order;

import dev.tenure.adapter.cli.shared.Context;
import dev.tenure.adapter.cli.shared.Paging;
import dev.tenure.adapter.cli.shared.UsageProblem;
import dev.tenure.adapter.json.order.EditOrderCodec;
import dev.tenure.adapter.json.order.OrderActionCodec;
import dev.tenure.adapter.json.order.OrderCodec;
import dev.tenure.adapter.json.order.PlaceOrderCodec;
import dev.tenure.adapter.json.order.QuoteCodec;
import dev.tenure.application.order.in.CancelOrderCommand;
import dev.tenure.application.order.in.CloseOrderCommand;
import dev.tenure.application.order.in.EditOrderCommand;
import dev.tenure.application.order.in.MarkOrderPaidCommand;
import dev.tenure.application.order.in.OrderActions;
import dev.tenure.application.order.in.OrderQuery;
import dev.tenure.application.order.in.OrderQuote;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.order.in.PlaceOrderCommand;
import dev.tenure.application.order.in.ReplaceNotesCommand;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tenure order …}. */
@Command(
        name = "order",
        description = "Place, read, edit, confirm, close and cancel orders.",
        addMethodSubcommands = false)
public final class OrderCommands {

    private final Context context;

    public OrderCommands(Context context) {
        this.context = context;
    }

    @Command(name = "create", description = "Place an order: the JSON body of POST /v1/orders.")
    void create(
            @Option(
                            names = {"-f", "--file"},
                            paramLabel = "FILE",
                            required = true,
                            description = "The order as JSON; - reads standard input (required).")
                    String file) {
        context.tenantId();
        PlaceOrderCommand command = context.command(file, PlaceOrderCodec::command);
        change("order placed", in -> in.useCases().orders().place().place(in.caller(), command));
    }

    @Command(name = "list", description = "List orders, newest first.")
    void list(@Mixin OrderQueryOptions options, @Mixin Paging paging) {
        context.inTenant(in -> {
            ZoneId zone = in.tenant().settings().timeZone();
            OrderQuery query = options.query(zone);
            paging.print(
                    context,
                    "orders",
                    page -> in.useCases().orders().find().list(in.caller(), query, page),
                    OrderCodec::order,
                    OrderPage.list(),
                    order -> List.of(OrderPage.row(order, zone)));
        });
    }

    @Command(name = "show", description = "Show one order, as it is or as it was.")
    void show(
            @Parameters(paramLabel = "ORDER", description = "Its id.") String orderId,
            @Option(
                            names = "--as-of",
                            paramLabel = "INSTANT",
                            description = "As it was then, such as 2026-02-01T10:00:00Z.")
                    @Nullable
                    Instant instant) {
        context.inTenant(in -> {
            OrderView order = instant == null
                    ? in.useCases().orders().find().one(in.caller(), orderId)
                    : in.useCases().orders().findAsOf().asOf(in.caller(), orderId, instant);
            context.print(() -> OrderCodec.order(order), () -> OrderPage.page(order, in.tenant()));
        });
    }

    @Command(name = "actions", description = "Show what can be done with an order now, and what forbids the rest.")
    void actions(@Parameters(paramLabel = "ORDER", description = "Its id.") String orderId) {
        context.inTenant(in -> {
            OrderActions actions = in.useCases().orders().explainActions().explain(in.caller(), orderId);
            context.print(() -> OrderActionCodec.actions(actions), () -> OrderActionPage.page(actions));
        });
    }

    @Command(name = "quote", description = "Price an order without placing it: the JSON body of POST /v1/orders/quote.")
    void quote(
            @Option(
                            names = {"-f", "--file"},
                            paramLabel = "FILE",
                            required = true,
                            description = "The order as JSON; - reads standard input (required).")
                    String file) {
        context.tenantId();
        PlaceOrderCommand command = context.command(file, PlaceOrderCodec::command);
        context.inTenant(in -> {
            OrderQuote quote = in.useCases().orders().quote().quote(in.caller(), command);
            context.print(() -> QuoteCodec.quoted(quote), () -> QuotePage.page(quote));
        });
    }

    @Command(name = "edit", description = "Edit an order: the JSON body of PATCH /v1/orders/{orderId}.")
    void edit(
            @Parameters(paramLabel = "ORDER", description = "Its id.") String orderId,
            @Option(
                            names = {"-f", "--file"},
                            paramLabel = "FILE",
                            required = true,
                            description = "What changes, as JSON; - reads standard input (required).")
                    String file) {
        context.tenantId();
        EditOrderCommand command = context.command(file, fields -> EditOrderCodec.command(orderId, fields));
        change("order edited", in -> in.useCases().orders().edit().edit(in.caller(), command));
    }

    @Command(name = "notes", description = "Replace the notes on an order.")
    void notes(
            @Parameters(paramLabel = "ORDER", description = "Its id.") String orderId,
            @Option(names = "--text", paramLabel = "TEXT", description = "The new notes.") @Nullable String text,
            @Option(names = "--clear", description = "Or remove them.") boolean clear) {
        if ((text == null) != clear) {
            throw new UsageProblem("say what the notes are with --text TEXT, or take them away with --clear");
        }
        change("notes replaced", in -> in.useCases()
                .orders()
                .replaceNotes()
                .replace(in.caller(), new ReplaceNotesCommand(orderId, text == null ? "" : text)));
    }

    @Command(name = "pay", description = "Record that the first payment of an order was received.")
    void pay(
            @Parameters(paramLabel = "ORDER", description = "Its id.") String orderId,
            @Option(
                            names = "--reference",
                            paramLabel = "TEXT",
                            required = true,
                            description = "Where to find the payment, such as a bank's reference (required).")
                    String reference,
            @Option(names = "--amount", paramLabel = "N", description = "The amount received (default the total).")
                    @Nullable
                    BigDecimal amount) {
        change("payment recorded", in -> in.useCases()
                .orders()
                .markPaid()
                .markPaid(in.caller(), new MarkOrderPaidCommand(orderId, reference, amount)));
    }

    @Command(name = "close", description = "Give up the open units of a partly fulfilled order.")
    void close(
            @Parameters(paramLabel = "ORDER", description = "Its id.") String orderId,
            @Option(
                            names = "--reason",
                            paramLabel = "TEXT",
                            required = true,
                            description = "Why; stored with the order (required).")
                    String reason) {
        change(
                "order closed",
                in -> in.useCases().orders().close().close(in.caller(), new CloseOrderCommand(orderId, reason)));
    }

    @Command(name = "confirm", description = "Approve an order for fulfilment.")
    void confirm(@Parameters(paramLabel = "ORDER", description = "Its id.") String orderId) {
        change("order confirmed", in -> in.useCases().orders().confirm().confirm(in.caller(), orderId));
    }

    @Command(name = "cancel", description = "Cancel an order; only while it has no subscription.")
    void cancel(
            @Parameters(paramLabel = "ORDER", description = "Its id.") String orderId,
            @Option(names = "--reason", paramLabel = "TEXT", description = "Why; stored with the order.") @Nullable
                    String reason) {
        change(
                "order cancelled",
                in -> in.useCases().orders().cancel().cancel(in.caller(), new CancelOrderCommand(orderId, reason)));
    }

    private void change(String message, Function<Context.InTenant, OrderView> change) {
        context.inTenant(in -> {
            OrderView order = change.apply(in);
            context.console().note(message);
            context.print(() -> OrderCodec.changed(message, order), () -> OrderPage.page(order, in.tenant()));
        });
    }
}
