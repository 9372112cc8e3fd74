package dev.tenure.adapter.cli.order;

import dev.tenure.adapter.cli.shared.Context;
import dev.tenure.adapter.cli.shared.Json;
import dev.tenure.adapter.cli.shared.Moments;
import dev.tenure.adapter.cli.shared.Paging;
import dev.tenure.application.order.in.CancelOrderCommand;
import dev.tenure.application.order.in.OrderFilter;
import dev.tenure.application.order.in.OrderQuery;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.order.in.PlaceOrderCommand;
import dev.tenure.domain.customer.CustomerType;
import dev.tenure.domain.order.OrderStatus;
import dev.tenure.domain.order.OrderType;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tenure order …}. */
@Command(name = "order", description = "Place, list, confirm and cancel orders.", addMethodSubcommands = false)
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
        PlaceOrderCommand command = PlaceOrderMapping.command(context.bytes(file, Json.MAX_SIZE));
        change("order placed", in -> in.useCases().placeOrder().place(in.caller(), command));
    }

    @Command(name = "list", description = "List orders, newest first.")
    void list(
            @Option(
                            names = "--status",
                            paramLabel = "STATUS",
                            description = "pending, confirmed, partial, fulfilled or cancelled; may be repeated.",
                            split = ",")
                    @Nullable
                    Set<OrderStatus> statuses,
            @Option(names = "--customer-id", paramLabel = "ID", description = "Orders of this customer.") @Nullable
                    String customerId,
            @Option(
                            names = "--customer-type",
                            paramLabel = "TYPE",
                            description = "Orders of customers of this type: individual or business.")
                    @Nullable
                    CustomerType customerType,
            @Option(names = "--order-type", paramLabel = "TYPE", description = "standard, extension or upgrade.")
                    @Nullable
                    OrderType orderType,
            @Option(
                            names = "--created-from",
                            paramLabel = "TIME",
                            description =
                                    "Placed then or later: 2027-01-31T12:00:00Z, or a date: its first moment in the"
                                            + " tenant's time zone.")
                    @Nullable
                    String createdFrom,
            @Option(names = "--created-to", paramLabel = "TIME", description = "Placed before then.") @Nullable
                    String createdTo,
            @Option(names = "--sku", paramLabel = "SKU", description = "Orders with an item of this variant.") @Nullable
                    String sku,
            @Option(
                            names = "--serial-number",
                            paramLabel = "SERIAL",
                            description = "Orders with a subscription to this asset.")
                    @Nullable
                    String serialNumber,
            @Option(
                            names = "--search",
                            paramLabel = "WORDS",
                            description = "Parts of the customer's name or e-mail address, product names, or the id;"
                                    + " every word must match.")
                    @Nullable
                    String search,
            @Option(
                            names = "--custom-field",
                            paramLabel = "ID=VALUE",
                            description = "Orders whose custom field has this value; may be repeated.")
                    @Nullable
                    Map<String, String> customFields,
            @Option(
                            names = "--sort-by",
                            paramLabel = "FIELD",
                            description = "createdAt (default), updatedAt, orderId, status or totals.total.",
                            defaultValue = "createdAt")
                    OrderQuery.Sort sort,
            @Option(
                            names = "--sort-dir",
                            paramLabel = "asc|desc",
                            description = "Which end comes first (default desc).",
                            defaultValue = "desc")
                    OrderQuery.Direction direction,
            @Mixin Paging paging) {
        context.inTenant(in -> {
            ZoneId zone = in.tenant().settings().timeZone();
            OrderFilter filter = new OrderFilter(
                    statuses == null ? Set.of() : statuses,
                    customerId,
                    customerType,
                    orderType,
                    createdFrom == null ? null : Moments.moment("--created-from", createdFrom, zone),
                    createdTo == null ? null : Moments.moment("--created-to", createdTo, zone),
                    sku,
                    serialNumber,
                    search,
                    customFields == null ? Map.of() : customFields);
            OrderQuery query = new OrderQuery(filter, sort, direction);
            paging.print(
                    context,
                    "orders",
                    page -> in.useCases().findOrders().list(in.caller(), query, page),
                    OrderMapping::json,
                    OrderPage.list(),
                    order -> List.of(OrderPage.row(order, zone)));
        });
    }

    @Command(name = "show", description = "Show one order.")
    void show(@Parameters(paramLabel = "ORDER", description = "Its id.") String orderId) {
        context.inTenant(in -> {
            OrderView order = in.useCases().findOrders().one(in.caller(), orderId);
            context.print(() -> OrderMapping.json(order), () -> OrderPage.page(order, in.tenant()));
        });
    }

    @Command(name = "confirm", description = "Approve an order for fulfilment.")
    void confirm(@Parameters(paramLabel = "ORDER", description = "Its id.") String orderId) {
        change("order confirmed", in -> in.useCases().confirmOrder().confirm(in.caller(), orderId));
    }

    @Command(name = "cancel", description = "Call an order off; only while it has no subscription.")
    void cancel(
            @Parameters(paramLabel = "ORDER", description = "Its id.") String orderId,
            @Option(names = "--reason", paramLabel = "TEXT", description = "Why; kept with the order.") @Nullable
                    String reason) {
        change(
                "order cancelled",
                in -> in.useCases().cancelOrder().cancel(in.caller(), new CancelOrderCommand(orderId, reason)));
    }

    private void change(String message, Function<Context.InTenant, OrderView> change) {
        context.inTenant(in -> {
            OrderView order = change.apply(in);
            context.console().note(message);
            context.print(() -> OrderMapping.changed(message, order), () -> OrderPage.page(order, in.tenant()));
        });
    }
}
