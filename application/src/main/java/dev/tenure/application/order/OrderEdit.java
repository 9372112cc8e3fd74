package dev.tenure.application.order;

import dev.tenure.application.order.in.EditOrderCommand;
import dev.tenure.application.order.in.EditOrderCommand.AddressEdit;
import dev.tenure.application.order.in.EditOrderCommand.CustomerEdit;
import dev.tenure.application.order.in.PlaceOrderCommand.ItemInput;
import dev.tenure.application.shared.Change;
import dev.tenure.application.shared.FieldErrors;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.domain.catalog.Offer;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.customer.CustomerProfile;
import dev.tenure.domain.customer.PaymentTerms;
import dev.tenure.domain.order.Buyer;
import dev.tenure.domain.order.ItemEdit;
import dev.tenure.domain.order.ItemEdits;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderItem;
import dev.tenure.domain.order.OrderState;
import dev.tenure.domain.order.Remarks;
import dev.tenure.domain.shared.Address;
import dev.tenure.domain.shared.CustomFields;
import dev.tenure.domain.shared.Stamp;
import dev.tenure.domain.tenant.ContractLengths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one edit makes of one order: the parts of the order after it, made from a checked command and the order as it is. Whatever the
 * model refuses is collected, so that the caller hears of every broken field at once.
 */
record OrderEdit(
        Buyer buyer,
        Change<List<ItemEdit>> lines,
        LinePricing pricing,
        Change<CustomFields> customFields,
        Change<String> notes,
        Change<String> trackingNumber) {

    /**
     * The edit of an order in this state.
     *
     * @param catalog the offers of these SKUs, as they are now
     * @throws InvalidCommand naming every field that the model refuses
     */
    static OrderEdit of(
            EditOrderCommand command,
            OrderState order,
            Function<List<Sku>, Map<Sku, Offer>> catalog,
            ContractLengths lengths,
            CustomFieldChecks fieldChecks,
            Stamp stamp) {
        FieldErrors errors = new FieldErrors();
        Optional<Buyer> buyer = buyer(command, order.buyer(), errors);
        Optional<Change<CustomFields>> customFields = errors.at(
                "customFields",
                () -> customFields(command.customFields(), order.remarks().customFields()));
        CustomFields fieldsBefore = order.remarks().customFields();
        customFields.ifPresent(change -> fieldChecks.edited(fieldsBefore, change.after(fieldsBefore), errors));
        check(command.notes(), notes -> new Remarks(notes, null, null), errors);
        check(command.trackingNumber(), number -> new Remarks.Shipment(number, stamp.at()), errors);
        Change<List<ItemEdit>> lines = lines(command.items(), order, errors);
        LinePricing pricing = pricing(lines, order, catalog, lengths, errors);
        errors.throwIfAny();
        return new OrderEdit(
                buyer.orElseThrow(),
                lines,
                pricing,
                customFields.orElseThrow(),
                command.notes(),
                command.trackingNumber());
    }

    /**
     * The order after the edit, as this buyer's. The items come last: an edit of the items can fulfil an order, which then takes no
     * other edit of its content.
     */
    Order applyTo(Order order, Buyer identified, Stamp stamp) {
        Order edited = order.editBuyer(identified, stamp);
        if (customFields.happens()) {
            edited = edited.replaceCustomFields(customFields.value(), stamp);
        }
        if (notes.happens()) {
            edited = edited.replaceNotes(notes.value(), stamp);
        }
        if (trackingNumber.happens()) {
            edited = edited.track(trackingNumber.value(), stamp);
        }
        List<ItemEdit> newList = lines.value();
        return newList == null ? edited : withItems(edited, newList, stamp);
    }

    private Order withItems(Order order, List<ItemEdit> newList, Stamp stamp) {
        FieldErrors errors = new FieldErrors();
        Optional<Order> edited = errors.at("items", () -> order.editItems(newList, this::priced, stamp));
        errors.throwIfAny();
        return edited.orElseThrow();
    }

    private OrderItem priced(int number, ItemEdit line) {
        return pricing.item("items", number, line, new FieldErrors()).orElseThrow();
    }

    private static Optional<Buyer> buyer(EditOrderCommand command, Buyer before, FieldErrors errors) {
        CustomerEdit customer = command.customer().value();
        Optional<CustomerProfile> profile = customer == null
                ? Optional.of(before.profile())
                : errors.within("customer", () -> customer.after(before.profile()));
        AddressEdit billing = command.billingAddress().value();
        Optional<Address> billingAddress = billing == null
                ? Optional.of(before.billingAddress())
                : errors.within("billingAddress", () -> billing.after(before.billingAddress()));
        Optional<Change<Address>> shippingAddress =
                errors.within("shippingAddress", () -> shipping(command.shippingAddress(), before));
        if (profile.isEmpty() || billingAddress.isEmpty() || shippingAddress.isEmpty()) {
            return Optional.empty();
        }
        Address ownShipping = shippingAddress.get().after(before.ownShippingAddress());
        PaymentTerms terms = command.paymentTerms().after(before.paymentTerms());
        String group = command.billingGroupId().after(before.billingGroupId());
        // Each of the two alone, so that both are named; what was not said is the fault of the customer's new type.
        String termsPath = command.paymentTerms().happens() ? "paymentTerms" : "customer.customerType";
        String groupPath = command.billingGroupId().happens() ? "billingGroupId" : "customer.customerType";
        Optional<Buyer> withTerms = errors.at(
                termsPath,
                () -> new Buyer(before.customerId(), profile.get(), billingAddress.get(), ownShipping, terms, null));
        if (withTerms.isEmpty() && termsPath.equals(groupPath)) {
            return Optional.empty();
        }
        Optional<Buyer> withGroup = errors.at(
                groupPath,
                () -> new Buyer(before.customerId(), profile.get(), billingAddress.get(), ownShipping, null, group));
        return withTerms.isEmpty() || withGroup.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Buyer(before.customerId(), profile.get(), billingAddress.get(), ownShipping, terms, group));
    }

    /**
     * What becomes of the order's own shipping address. Where it ships to the billing address, the edit is one of that as it was; and
     * where it changes nothing of it, the order goes on to ship to the billing address.
     */
    private static Change<Address> shipping(Change<AddressEdit> said, Buyer before) {
        AddressEdit edit = said.value();
        if (edit == null) {
            return said.happens() ? Change.cleared() : Change.unchanged();
        }
        Address after = edit.after(before.shippingAddress());
        return after.equals(before.shippingAddress()) ? Change.unchanged() : Change.to(after);
    }

    private static Change<CustomFields> customFields(
            Change<Map<String, @Nullable Object>> said, @Nullable CustomFields before) {
        Map<String, @Nullable Object> keys = said.value();
        if (keys == null) {
            return said.happens() ? Change.cleared() : Change.unchanged();
        }
        Map<String, @Nullable Object> merged = new LinkedHashMap<>(before == null ? Map.of() : before.values());
        keys.forEach((key, value) -> {
            if (value == null) {
                merged.remove(key);
            } else {
                merged.put(key, value);
            }
        });
        return before == null && merged.isEmpty() ? Change.unchanged() : Change.to(CustomFields.of(merged));
    }

    /** Notes what the model has against a text; blank is as good as none. */
    private static void check(Change<String> said, Function<String, Object> part, FieldErrors errors) {
        String text = said.value();
        if (text != null && !text.isBlank()) {
            var unused = errors.within("", () -> part.apply(text));
        }
    }

    private static Change<List<ItemEdit>> lines(Change<List<ItemInput>> said, OrderState order, FieldErrors errors) {
        List<ItemInput> inputs = said.value();
        if (inputs == null) {
            return Change.unchanged();
        }
        List<ItemEdit> lines = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            LinePricing.line(path(i), inputs.get(i), order.currency(), errors).ifPresent(lines::add);
        }
        return lines.size() < inputs.size() ? Change.unchanged() : Change.to(lines);
    }

    /** Knows the prices of all lines that are added; notes what is wrong with any line. */
    private static LinePricing pricing(
            Change<List<ItemEdit>> lines,
            OrderState order,
            Function<List<Sku>, Map<Sku, Offer>> catalog,
            ContractLengths lengths,
            FieldErrors errors) {
        List<ItemEdit> newList = lines.value();
        if (newList == null) {
            return new LinePricing(Map.of(), lengths, order.currency());
        }
        ItemEdits edits = new ItemEdits(order.items(), newList);
        List<Sku> added =
                edits.added().values().stream().map(ItemEdit::sku).distinct().toList();
        LinePricing pricing =
                new LinePricing(added.isEmpty() ? Map.of() : catalog.apply(added), lengths, order.currency());
        edits.refusals().forEach(refusal -> {
            var unused = errors.within(path(refusal.line()), () -> {
                throw refusal.why();
            });
        });
        edits.added().forEach((line, edit) -> {
            if (edits.refusals().stream().noneMatch(refusal -> refusal.line() == line)) {
                var unused = pricing.item(path(line), 0, edit, errors);
            }
        });
        return pricing;
    }

    private static String path(int line) {
        return "items[" + line + "]";
    }
}
