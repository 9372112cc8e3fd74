package dev.tenure.application.order;

import dev.tenure.application.order.in.PlaceOrderCommand;
import dev.tenure.application.order.in.PlaceOrderCommand.CustomerInput;
import dev.tenure.application.order.in.PlaceOrderCommand.ExtensionDetailsInput;
import dev.tenure.application.order.in.PlaceOrderCommand.ItemInput;
import dev.tenure.application.order.in.PlaceOrderCommand.UpgradeDetailsInput;
import dev.tenure.application.shared.FieldErrors;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.domain.catalog.CatalogError;
import dev.tenure.domain.catalog.Offer;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.customer.CustomerProfile;
import dev.tenure.domain.customer.CustomerType;
import dev.tenure.domain.order.Buyer;
import dev.tenure.domain.order.ExtensionDetails;
import dev.tenure.domain.order.OrderItem;
import dev.tenure.domain.order.OrderKind;
import dev.tenure.domain.order.OrderType;
import dev.tenure.domain.order.Remarks;
import dev.tenure.domain.order.UpgradeDetails;
import dev.tenure.domain.pricing.CostOverrides;
import dev.tenure.domain.pricing.Pricing;
import dev.tenure.domain.shared.Address;
import dev.tenure.domain.shared.CustomFields;
import dev.tenure.domain.shared.EmailAddress;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.tenant.TenantSettings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an order, made from a checked command, the catalog and the tenant's settings. Whatever the model refuses is collected,
 * so that the caller hears of every broken field at once.
 */
record OrderDraft(OrderKind kind, Buyer buyer, List<OrderItem> items, Remarks remarks) {

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
            int number = i + 1;
            itemAt("items[" + i + "]", number, input, offers, settings, errors).ifPresent(items::add);
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

    /** The SKUs that the command names; a malformed one is left out here, and reported when the draft is made. */
    static List<Sku> skus(PlaceOrderCommand command) {
        FieldErrors reportedLater = new FieldErrors();
        return command.items().stream()
                .flatMap(item -> reportedLater.at("", () -> new Sku(item.sku())).stream())
                .distinct()
                .toList();
    }

    private static Optional<OrderItem> itemAt(
            String path,
            int number,
            ItemInput input,
            Map<Sku, Offer> offers,
            TenantSettings settings,
            FieldErrors errors) {
        Optional<Offer> offer = errors.at(path + ".sku", () -> offer(input.sku(), offers));
        Optional<CostOverrides> overrides = overrides(path, input, settings.currency(), errors);
        Optional<Integer> months = offer.flatMap(known -> errors.at(
                path + ".contractLength",
                () -> Pricing.contractLength(input.contractLength(), known.variant(), settings.contractLengths())));
        if (offer.isEmpty() || overrides.isEmpty() || months.isEmpty()) {
            return Optional.empty();
        }
        return errors.at(
                path,
                () -> OrderItem.of(
                        number,
                        offer.get(),
                        input.quantity(),
                        months.get(),
                        Pricing.price(offer.get().variant(), months.get(), overrides.get(), settings.currency())));
    }

    private static Offer offer(String sku, Map<Sku, Offer> offers) {
        Offer offer = offers.get(new Sku(sku));
        if (offer == null) {
            throw new InvalidValue(CatalogError.VARIANT_NOT_FOUND, "no variant has the SKU " + sku);
        }
        return offer.requireOrderable();
    }

    /** Nothing when an override is unusable; no override is an override of neither. */
    private static Optional<CostOverrides> overrides(
            String path, ItemInput input, Currency currency, FieldErrors errors) {
        Optional<Optional<Money>> listPrice =
                errors.at(path + ".listPriceOverride", () -> money(input.listPriceOverride(), currency));
        Optional<Optional<Money>> cost =
                errors.at(path + ".acquisitionCostOverride", () -> money(input.acquisitionCostOverride(), currency));
        if (listPrice.isEmpty() || cost.isEmpty()) {
            return Optional.empty();
        }
        return errors.at(
                path,
                () -> new CostOverrides(listPrice.get().orElse(null), cost.get().orElse(null)));
    }

    private static Optional<Money> money(@Nullable BigDecimal amount, Currency currency) {
        return Optional.ofNullable(amount).map(given -> new Money(given, currency));
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
            PlaceOrderCommand command, CustomFieldChecks fieldChecks, FieldErrors errors) {
        Optional<CustomFields> fields = Optional.ofNullable(command.customFields())
                .flatMap(values -> errors.at("customFields", () -> CustomFields.of(values)));
        if (fields.isPresent() || command.customFields() == null) {
            fieldChecks.placed(fields.orElse(null), errors);
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
}
