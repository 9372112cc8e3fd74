package dev.tenure.application.order;

import dev.tenure.application.order.in.PlaceOrderCommand;
import dev.tenure.application.order.in.PlaceOrderCommand.CustomerInput;
import dev.tenure.application.order.in.PlaceOrderCommand.ExtensionDetailsInput;
import dev.tenure.application.order.in.PlaceOrderCommand.ItemInput;
import dev.tenure.application.order.in.PlaceOrderCommand.UpgradeDetailsInput;
import dev.tenure.application.shared.FieldErrors;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.domain.catalog.Offer;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.customer.CustomerProfile;
import dev.tenure.domain.customer.CustomerType;
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
import dev.tenure.domain.shared.Stamp;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.tenant.TenantSettings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an order, made from a checked command, the catalog and the tenant's settings. Whatever the model refuses is collected,
 * so that the caller hears of every broken field at once.
 */
public record OrderDraft(OrderKind kind, Buyer buyer, List<OrderItem> items, Remarks remarks) {

    /**
     * The draft, with the id that the buyer gets in case the e-mail address is new.
     *
     * @param fieldChecks holds the custom fields to what the tenant has defined
     *
     * @throws InvalidCommand naming every field that the model refuses
     */
    static OrderDraft of(
            PlaceOrderCommand command,
            Map<Sku, Offer> offers,
            TenantSettings settings,
            CustomFieldChecks fieldChecks,
            CustomerId newCustomer) {
        LinePricing pricing = new LinePricing(offers, settings.contractLengths(), settings.currency());
        return of(
                command,
                (index, path, line, errors) -> pricing.item(path, index + 1, line, errors),
                fieldChecks::placed,
                settings,
                newCustomer);
    }

    /**
     * The draft of an order that was placed elsewhere: its variants need not be orderable any more.
     *
     * @param unitPrices the price at which each item was sold there; null for one that is priced by the catalog
     * @throws InvalidCommand naming every field that the model refuses
     */
    public static OrderDraft imported(
            PlaceOrderCommand command,
            List<@Nullable BigDecimal> unitPrices,
            Map<Sku, Offer> offers,
            TenantSettings settings,
            CustomFieldChecks fieldChecks,
            CustomerId newCustomer) {
        LinePricing pricing = new LinePricing(offers, settings.contractLengths(), settings.currency());
        return of(
                command,
                (index, path, line, errors) -> pricing.imported(path, index + 1, line, unitPrices.get(index), errors),
                // What was required came later than the order, so only what it has is held to the definitions.
                (fields, errors) -> fieldChecks.edited(null, fields, errors),
                settings,
                newCustomer);
    }

    private static OrderDraft of(
            PlaceOrderCommand command,
            Lines lines,
            BiConsumer<@Nullable CustomFields, FieldErrors> fieldChecks,
            TenantSettings settings,
            CustomerId newCustomer) {
        FieldErrors errors = new FieldErrors();
        Optional<OrderKind> kind = kind(command, errors);
        Optional<CustomerProfile> profile = errors.within("customer", () -> profile(command.customer()));
        Optional<Address> billing = errors.within("billingAddress", command.billingAddress()::toAddress);
        Optional<Address> shipping = Optional.ofNullable(command.shippingAddress())
                .flatMap(address -> errors.within("shippingAddress", address::toAddress));
        Optional<Remarks> remarks = remarks(command, fieldChecks, errors);
        List<OrderItem> items = new ArrayList<>();
        for (int i = 0; i < command.items().size(); i++) {
            ItemInput input = command.items().get(i);
            int index = i;
            String path = "items[" + i + "]";
            LinePricing.line(path, input, settings.currency(), errors)
                    .flatMap(line -> lines.item(index, path, line, errors))
                    .ifPresent(items::add);
        }
        Optional<Buyer> buyer = profile.isEmpty() || billing.isEmpty()
                ? Optional.empty()
                : errors.at(
                        command.billingGroupId() == null ? "paymentTerms" : "billingGroupId",
                        () -> new Buyer(
                                newCustomer,
                                profile.get(),
                                billing.get(),
                                shipping.orElse(null),
                                command.paymentTerms(),
                                command.billingGroupId()));
        errors.throwIfAny();
        return new OrderDraft(kind.orElseThrow(), buyer.orElseThrow(), items, remarks.orElseThrow());
    }

    /**
     * The order that the draft makes of this buyer.
     *
     * @throws InvalidCommand when what its items come to can't be reckoned
     */
    Order placed(TenantId tenant, OrderId id, Buyer identified, TenantSettings settings, Stamp stamp) {
        FieldErrors errors = new FieldErrors();
        Optional<Order> placed = errors.at(
                "items",
                () -> Order.place(
                        new Placement(
                                tenant, id, kind, identified, items, settings.currency(), settings.tax(), remarks),
                        stamp));
        errors.throwIfAny();
        return placed.orElseThrow();
    }

    /** The SKUs that the command names; a malformed one is left out here, and reported when the draft is made. */
    public static List<Sku> skus(PlaceOrderCommand command) {
        FieldErrors reportedLater = new FieldErrors();
        return command.items().stream()
                .flatMap(item -> reportedLater.at("", () -> new Sku(item.sku())).stream())
                .distinct()
                .toList();
    }

    /** The e-mail address that the command names; a malformed one is left out here, and reported when the draft is made. */
    public static Optional<EmailAddress> email(PlaceOrderCommand command) {
        return new FieldErrors()
                .at("", () -> new EmailAddress(command.customer().email()));
    }

    private static CustomerProfile profile(CustomerInput input) {
        return new CustomerProfile(
                new EmailAddress(input.email()),
                input.firstName(),
                input.lastName(),
                input.company(),
                input.phone(),
                input.customerType() == null ? CustomerType.INDIVIDUAL : input.customerType());
    }

    private static Optional<Remarks> remarks(
            PlaceOrderCommand command,
            BiConsumer<@Nullable CustomFields, FieldErrors> fieldChecks,
            FieldErrors errors) {
        Optional<CustomFields> fields = Optional.ofNullable(command.customFields())
                .flatMap(values -> errors.at("customFields", () -> CustomFields.of(values)));
        if (fields.isPresent() || command.customFields() == null) {
            fieldChecks.accept(fields.orElse(null), errors);
        }
        return errors.within("", () -> new Remarks(command.notes(), fields.orElse(null), null));
    }

    private static Optional<OrderKind> kind(PlaceOrderCommand command, FieldErrors errors) {
        OrderType type = command.orderType() == null ? OrderType.STANDARD : command.orderType();
        ExtensionDetailsInput extension = command.extensionDetails();
        UpgradeDetailsInput upgrade = command.upgradeDetails();
        Optional<ExtensionDetails> extensionDetails = Optional.ofNullable(extension)
                .flatMap(given -> errors.within("extensionDetails", () -> details(given)));
        Optional<UpgradeDetails> upgradeDetails =
                Optional.ofNullable(upgrade).flatMap(given -> errors.within("upgradeDetails", () -> details(given)));
        if (extensionDetails.isPresent() != (extension != null) || upgradeDetails.isPresent() != (upgrade != null)) {
            return Optional.empty();
        }
        return errors.at(
                type == OrderType.UPGRADE ? "upgradeDetails" : "extensionDetails",
                () -> new OrderKind(type, extensionDetails.orElse(null), upgradeDetails.orElse(null)));
    }

    private static ExtensionDetails details(ExtensionDetailsInput given) {
        return new ExtensionDetails(
                given.originalOrderId(),
                given.extensionMonths(),
                given.previousEndDate(),
                given.newEndDate(),
                given.reason());
    }

    private static UpgradeDetails details(UpgradeDetailsInput given) {
        return new UpgradeDetails(
                given.previousDevice(),
                given.previousSerialNumber(),
                given.previousMonthlyAmount(),
                given.previousRentalId(),
                given.upgradeReason());
    }

    /** Makes items of lines. */
    private interface Lines {

        Optional<OrderItem> item(int index, String path, ItemEdit line, FieldErrors errors);
    }
}
