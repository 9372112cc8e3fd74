package dev.tenure.application.order.edit;

import dev.tenure.application.order.LinePricing;
import dev.tenure.application.order.OrderingContext;
import dev.tenure.application.order.in.EditOrderCommand;
import dev.tenure.application.order.in.EditOrderCommand.AddressEdit;
import dev.tenure.application.order.in.EditOrderCommand.CustomerEdit;
import dev.tenure.application.order.in.PlaceOrderCommand.ItemInput;
import dev.tenure.application.shared.Change;
import dev.tenure.application.shared.FieldErrors;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.Validated;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.customer.CustomerProfile;
import dev.tenure.domain.customer.PaymentTerms;
import dev.tenure.domain.order.Buyer;
import dev.tenure.domain.order.ItemEdit;
import dev.tenure.domain.order.ItemEdits;
import dev.tenure.domain.order.NewItems;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderState;
import dev.tenure.domain.order.Remarks;
import dev.tenure.domain.shared.Address;
import dev.tenure.domain.shared.CustomFields;
import dev.tenure.domain.shared.Stamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The result of one edit of one order, from a checked command and the current order. It collects everything that the
 * model refuses, so that the caller gets all errors at once.
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
     * @throws InvalidCommand naming every field that the model refuses
     */
    static OrderEdit of(EditOrderCommand command, OrderState order, OrderingContext context, Stamp stamp) {
        FieldErrors errors = new FieldErrors();
        CustomFields fieldsBefore = order.remarks().customFields();
        LinePricing pricing =
                new LinePricing(context.offers(), context.settings().contractLengths(), order.currency());
        Validated<Buyer> buyer = buyer(command, order.buyer(), errors);
        Validated<Change<CustomFields>> customFields =
                errors.at("customFields", () -> customFields(command.customFields(), fieldsBefore));
        customFields.optional().ifPresent(change -> context.fields()
                .edited(fieldsBefore, change.after(fieldsBefore), errors));
        check(command.notes(), notes -> new Remarks(notes, null, null), errors);
        check(command.trackingNumber(), number -> new Remarks.Shipment(number, stamp.at()), errors);
        Change<List<ItemEdit>> lines = lines(command.items(), order, pricing, errors);
        return errors.result(() -> new OrderEdit(
                buyer.get(), lines, pricing, customFields.get(), command.notes(), command.trackingNumber()));
    }

    /** The SKUs in the command; omits a malformed one, which is reported when the edit is made. */
    static List<Sku> skus(EditOrderCommand command) {
        List<ItemInput> items = command.items().value();
        return items == null ? List.of() : LinePricing.skus(items);
    }

    /**
     * The order after the edit, with this buyer. The items come last, because editing them can fulfil the order, which
     * then allows no other edit of its content.
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
        NewItems priced = (number, line) ->
                pricing.item("items", number, Validated.of(line), errors).get();
        Validated<Order> edited = errors.at("items", () -> order.editItems(newList, priced, stamp));
        return errors.result(edited::get);
    }

    private static Validated<Buyer> buyer(EditOrderCommand command, Buyer before, FieldErrors errors) {
        CustomerEdit customer = command.customer().value();
        AddressEdit billing = command.billingAddress().value();
        Validated<CustomerProfile> profile =
                errors.within("customer", () -> customer == null ? before.profile() : customer.after(before.profile()));
        Validated<Address> billingAddress = errors.within(
                "billingAddress",
                () -> billing == null ? before.billingAddress() : billing.after(before.billingAddress()));
        Validated<Change<Address>> shipping =
                errors.within("shippingAddress", () -> shipping(command.shippingAddress(), before));
        Validated<@Nullable PaymentTerms> terms = errors.at(
                termsOrType(command.paymentTerms(), "paymentTerms"),
                () -> Buyer.paymentTermsOf(profile.get(), command.paymentTerms().after(before.paymentTerms())));
        Validated<@Nullable String> group = errors.at(
                termsOrType(command.billingGroupId(), "billingGroupId"),
                () -> Buyer.billingGroupOf(
                        profile.get(), command.billingGroupId().after(before.billingGroupId())));
        return errors.within(
                "",
                () -> new Buyer(
                        before.customerId(),
                        profile.get(),
                        billingAddress.get(),
                        shipping.get().after(before.ownShippingAddress()),
                        terms.get(),
                        group.get()));
    }

    /** If the command does not contain the field, the customer's new type is the cause. */
    private static String termsOrType(Change<?> change, String field) {
        return change.happens() ? field : "customer.customerType";
    }

    /**
     * The change of the order's own shipping address. If the order ships to the billing address, the edit applies to
     * the previous one; and if it changes nothing, the order still ships to the billing address.
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

    /** Reports an invalid text; blank counts as absent. */
    private static void check(Change<String> said, Function<String, Object> part, FieldErrors errors) {
        String text = said.value();
        if (text != null && !text.isBlank()) {
            errors.within("", () -> part.apply(text));
        }
    }

    /** The lines as values of the model; reports the errors of each, and of the prices of added ones. */
    private static Change<List<ItemEdit>> lines(
            Change<List<ItemInput>> said, OrderState order, LinePricing pricing, FieldErrors errors) {
        List<ItemInput> inputs = said.value();
        if (inputs == null) {
            return Change.unchanged();
        }
        List<Validated<ItemEdit>> read = IntStream.range(0, inputs.size())
                .mapToObj(line -> LinePricing.line(LinePricing.path(line), inputs.get(line), order.currency(), errors))
                .toList();
        if (!read.stream().allMatch(Validated::isAccepted)) {
            return Change.unchanged();
        }
        List<ItemEdit> lines = read.stream().map(Validated::get).toList();
        ItemEdits edits = new ItemEdits(order.items(), lines);
        edits.refusals()
                .forEach(refusal -> errors.within(LinePricing.path(refusal.line()), () -> {
                    throw refusal.why();
                }));
        edits.added().keySet().stream()
                .filter(line -> edits.refusals().stream().noneMatch(refusal -> refusal.line() == line))
                .forEach(line -> pricing.item(LinePricing.path(line), 0, read.get(line), errors));
        return Change.to(lines);
    }
}
