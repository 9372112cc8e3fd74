package dev.tenure.application.order.place;

import dev.tenure.application.order.LinePricing;
import dev.tenure.application.order.OrderingContext;
import dev.tenure.application.order.in.PlaceOrderCommand;
import dev.tenure.application.order.in.PlaceOrderCommand.ExtensionDetailsInput;
import dev.tenure.application.order.in.PlaceOrderCommand.UpgradeDetailsInput;
import dev.tenure.application.shared.FieldErrors;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.Validated;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.customer.CustomerProfile;
import dev.tenure.domain.customer.PaymentTerms;
import dev.tenure.domain.order.Buyer;
import dev.tenure.domain.order.ExtensionDetails;
import dev.tenure.domain.order.ItemEdit;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.order.OrderItem;
import dev.tenure.domain.order.OrderKind;
import dev.tenure.domain.order.OrderType;
import dev.tenure.domain.order.Placement;
import dev.tenure.domain.order.Remarks;
import dev.tenure.domain.order.UpgradeDetails;
import dev.tenure.domain.shared.Address;
import dev.tenure.domain.shared.CustomFields;
import dev.tenure.domain.shared.EmailAddress;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.shared.Stamp;
import dev.tenure.domain.shared.SubscriptionId;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.tenant.TenantSettings;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an order, from a checked command, the catalog and the tenant's settings. It collects everything that the
 * model refuses, so that the caller gets all errors at once.
 */
public record OrderDraft(OrderKind kind, Buyer buyer, List<OrderItem> items, Remarks remarks) {

    /**
     * The draft, with the buyer's id for the case that the e-mail address is new.
     *
     * @throws InvalidCommand naming every field that the model refuses
     */
    public static OrderDraft of(PlaceOrderCommand command, OrderingContext context, CustomerId newCustomer) {
        LinePricing pricing = context.pricing();
        return of(
                command,
                (index, path, line, errors) -> pricing.item(path, index + 1, line, errors),
                (fields, errors) -> context.fields().placed(fields, errors),
                context.settings().currency(),
                newCustomer);
    }

    /**
     * The draft of an imported order: its variants need not be orderable.
     *
     * @param unitPrices the original unit price of each item; null for one that the catalog prices
     * @throws InvalidCommand naming every field that the model refuses
     */
    public static OrderDraft imported(
            PlaceOrderCommand command,
            List<@Nullable BigDecimal> unitPrices,
            OrderingContext context,
            CustomerId newCustomer) {
        LinePricing pricing = context.pricing();
        return of(
                command,
                (index, path, line, errors) -> pricing.imported(path, index + 1, line, unitPrices.get(index), errors),
                // Fields became required later than the order was placed, so only existing values are checked.
                (fields, errors) -> context.fields().edited(null, fields, errors),
                context.settings().currency(),
                newCustomer);
    }

    private static OrderDraft of(
            PlaceOrderCommand command,
            Lines lines,
            FieldChecks fieldChecks,
            Currency currency,
            CustomerId newCustomer) {
        FieldErrors errors = new FieldErrors();
        Validated<OrderKind> kind = kind(command, currency, errors);
        Validated<Buyer> buyer = buyer(command, newCustomer, errors);
        Validated<Remarks> remarks = remarks(command, fieldChecks, errors);
        List<Validated<OrderItem>> items = IntStream.range(0, command.items().size())
                .mapToObj(index -> {
                    String path = LinePricing.path(index);
                    Validated<ItemEdit> line =
                            LinePricing.line(path, command.items().get(index), currency, errors);
                    return lines.item(index, path, line, errors);
                })
                .toList();
        return errors.result(() -> new OrderDraft(
                kind.get(), buyer.get(), items.stream().map(Validated::get).toList(), remarks.get()));
    }

    /** The draft with another buyer. */
    public OrderDraft withBuyer(UnaryOperator<Buyer> identified) {
        return new OrderDraft(kind, identified.apply(buyer), items, remarks);
    }

    /**
     * Places the order.
     *
     * @throws InvalidCommand when the totals of its items are too large
     */
    public Order placed(TenantId tenant, OrderId id, TenantSettings settings, Stamp stamp) {
        return FieldErrors.require("items", () -> Order.place(placement(tenant, id, settings), stamp));
    }

    /** The content of the new order. */
    public Placement placement(TenantId tenant, OrderId id, TenantSettings settings) {
        return new Placement(tenant, id, kind, buyer, items, settings.currency(), settings.tax(), remarks);
    }

    /** The SKUs in the commands; omits a malformed one, which is reported when the draft is made. */
    public static List<Sku> skus(List<PlaceOrderCommand> commands) {
        return commands.stream()
                .flatMap(command -> LinePricing.skus(command.items()).stream())
                .distinct()
                .toList();
    }

    /** The e-mail addresses in the commands; omits a malformed one, which is reported when the draft is made. */
    public static List<EmailAddress> emails(List<PlaceOrderCommand> commands) {
        FieldErrors reportedLater = new FieldErrors();
        return commands.stream()
                .flatMap(command ->
                        reportedLater
                                .at(
                                        "",
                                        () -> new EmailAddress(
                                                command.customer().email()))
                                .optional()
                                .stream())
                .distinct()
                .toList();
    }

    private static Validated<Buyer> buyer(PlaceOrderCommand command, CustomerId newCustomer, FieldErrors errors) {
        Validated<CustomerProfile> profile =
                errors.within("customer", () -> command.customer().toProfile());
        Validated<Address> billing =
                errors.within("billingAddress", () -> command.billingAddress().toAddress());
        Validated<@Nullable Address> shipping = errors.within(
                "shippingAddress",
                () -> command.shippingAddress() == null
                        ? null
                        : command.shippingAddress().toAddress());
        Validated<@Nullable PaymentTerms> terms =
                errors.within("", () -> Buyer.paymentTermsOf(profile.get(), command.paymentTerms()));
        Validated<@Nullable String> group =
                errors.within("", () -> Buyer.billingGroupOf(profile.get(), command.billingGroupId()));
        return errors.within(
                "",
                () -> new Buyer(newCustomer, profile.get(), billing.get(), shipping.get(), terms.get(), group.get()));
    }

    private static Validated<Remarks> remarks(PlaceOrderCommand command, FieldChecks checks, FieldErrors errors) {
        Validated<@Nullable CustomFields> fields = errors.at(
                "customFields", () -> command.customFields() == null ? null : CustomFields.of(command.customFields()));
        if (fields.isAccepted()) {
            checks.check(fields.get(), errors);
        }
        return errors.within(
                "", () -> new Remarks(command.notes(), fields.optional().orElse(null), null));
    }

    private static Validated<OrderKind> kind(PlaceOrderCommand command, Currency currency, FieldErrors errors) {
        OrderType type = command.orderType() == null ? OrderType.STANDARD : command.orderType();
        Validated<@Nullable ExtensionDetails> extension = extension(command.extensionDetails(), errors);
        Validated<@Nullable UpgradeDetails> upgrade = upgrade(command.upgradeDetails(), currency, errors);
        return errors.within("", () -> new OrderKind(type, extension.get(), upgrade.get()));
    }

    private static Validated<@Nullable ExtensionDetails> extension(
            @Nullable ExtensionDetailsInput given, FieldErrors errors) {
        if (given == null) {
            return Validated.of(null);
        }
        Validated<OrderId> original = errors.at(
                "extensionDetails.originalOrderId",
                () -> new OrderId(given.originalOrderId().strip()));
        return errors.within(
                "extensionDetails",
                () -> new ExtensionDetails(
                        original.get(),
                        given.extensionMonths(),
                        given.previousEndDate(),
                        given.newEndDate(),
                        given.reason()));
    }

    private static Validated<@Nullable UpgradeDetails> upgrade(
            @Nullable UpgradeDetailsInput given, Currency currency, FieldErrors errors) {
        if (given == null) {
            return Validated.of(null);
        }
        Validated<SerialNumber> serialNumber =
                errors.at("upgradeDetails.previousSerialNumber", () -> new SerialNumber(given.previousSerialNumber()));
        Validated<Money> amount = errors.at(
                "upgradeDetails.previousMonthlyAmount", () -> new Money(given.previousMonthlyAmount(), currency));
        Validated<SubscriptionId> subscription = errors.at(
                "upgradeDetails.previousRentalId",
                () -> new SubscriptionId(given.previousRentalId().strip()));
        return errors.within(
                "upgradeDetails",
                () -> new UpgradeDetails(
                        given.previousDevice(),
                        serialNumber.get(),
                        amount.get(),
                        subscription.get(),
                        given.upgradeReason()));
    }

    /** Makes items from lines. */
    private interface Lines {

        Validated<OrderItem> item(int index, String path, Validated<ItemEdit> line, FieldErrors errors);
    }

    /** Reports the errors of custom fields. */
    private interface FieldChecks {

        void check(@Nullable CustomFields fields, FieldErrors errors);
    }
}
