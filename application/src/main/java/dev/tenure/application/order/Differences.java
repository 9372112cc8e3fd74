package dev.tenure.application.order;

import dev.tenure.application.order.in.OrderEventView.Difference;
import dev.tenure.domain.order.Buyer;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderItem;
import dev.tenure.domain.order.OrderPayment;
import dev.tenure.domain.order.Remarks;
import dev.tenure.domain.shared.Address;
import dev.tenure.domain.shared.CustomFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What differs between two states of one order, by the paths that clients write. What follows from the rest, such as totals, is left out. */
final class Differences {

    private static final Map<String, Value<Order.State>> FIELDS = fields();

    private Differences() {}

    static List<Difference> between(Order.State before, Order.State after) {
        List<Difference> differences = new ArrayList<>();
        FIELDS.forEach((path, value) -> add(differences, path, value.of(before), value.of(after)));
        addItems(differences, before.items(), after.items());
        addCustomFields(
                differences, before.remarks().customFields(), after.remarks().customFields());
        return differences;
    }

    private static void addItems(List<Difference> differences, List<OrderItem> before, List<OrderItem> after) {
        for (int i = 0; i < before.size(); i++) {
            OrderItem item = before.get(i);
            if (sameIn(after, item) == null) {
                differences.add(new Difference("items[" + i + "]", item, null));
            }
        }
        for (int i = 0; i < after.size(); i++) {
            String path = "items[" + i + "]";
            OrderItem now = after.get(i);
            OrderItem then = sameIn(before, now);
            if (then == null) {
                differences.add(new Difference(path, null, now));
            } else {
                add(differences, path + ".quantity", then.quantity(), now.quantity());
                for (int unit = then.subscriptions().size();
                        unit < now.subscriptions().size();
                        unit++) {
                    String subscription = now.subscriptions().get(unit).value();
                    differences.add(new Difference(path + ".rentalIds[" + unit + "]", null, subscription));
                }
            }
        }
    }

    private static @Nullable OrderItem sameIn(List<OrderItem> items, OrderItem wanted) {
        return items.stream()
                .filter(item -> item.number() == wanted.number())
                .findFirst()
                .orElse(null);
    }

    private static void addCustomFields(
            List<Difference> differences, @Nullable CustomFields before, @Nullable CustomFields after) {
        Map<String, @Nullable Object> then = before == null ? Map.of() : before.values();
        Map<String, @Nullable Object> now = after == null ? Map.of() : after.values();
        Set<String> keys = new LinkedHashSet<>(then.keySet());
        keys.addAll(now.keySet());
        keys.forEach(key -> add(differences, "customFields." + key, then.get(key), now.get(key)));
    }

    private static void add(
            List<Difference> differences, String path, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            differences.add(new Difference(path, before, after));
        }
    }

    private static Map<String, Value<Order.State>> fields() {
        Map<String, Value<Order.State>> fields = new LinkedHashMap<>();
        fields.put("status", Order.State::status);
        fields.put("customer.customerId", state -> state.buyer().customerId().value());
        fields.put("customer.email", state -> state.buyer().profile().email().value());
        fields.put("customer.firstName", state -> state.buyer().profile().firstName());
        fields.put("customer.lastName", state -> state.buyer().profile().lastName());
        fields.put("customer.company", state -> state.buyer().profile().company());
        fields.put("customer.phone", state -> state.buyer().profile().phone());
        fields.put("customer.customerType", state -> state.buyer().profile().type());
        putAddress(fields, "billingAddress.", Buyer::billingAddress);
        putAddress(fields, "shippingAddress.", Buyer::shippingAddress);
        fields.put("paymentTerms", state -> state.buyer().paymentTerms());
        fields.put("billingGroupId", state -> state.buyer().billingGroupId());
        fields.put("notes", state -> state.remarks().notes());
        putShipment(fields, "trackingNumber", Remarks.Shipment::trackingNumber);
        putShipment(fields, "shippedAt", Remarks.Shipment::shippedAt);
        putPayment(fields, "status", OrderPayment::status);
        putPayment(fields, "method", OrderPayment::method);
        putPayment(fields, "transactionId", OrderPayment::transactionId);
        putPayment(fields, "paidAmount", OrderPayment::paidAmount);
        putPayment(fields, "manuallyMarked", OrderPayment::manuallyMarked);
        fields.put(
                "closure.unitsGivenUp",
                state -> state.closure() == null ? null : state.closure().unitsGivenUp());
        return fields;
    }

    private static void putAddress(
            Map<String, Value<Order.State>> fields, String path, Function<Buyer, Address> address) {
        Map<String, Value<Address>> parts = new LinkedHashMap<>();
        parts.put("contactName", Address::contactName);
        parts.put("company", Address::company);
        parts.put("buildingInfo", Address::buildingInfo);
        parts.put("streetAddress", Address::streetAddress);
        parts.put("locality", Address::locality);
        parts.put("city", Address::city);
        parts.put("adminArea", Address::adminArea);
        parts.put("postalCode", Address::postalCode);
        parts.put("country", Address::country);
        parts.forEach((name, part) -> fields.put(path + name, state -> part.of(address.apply(state.buyer()))));
    }

    private static void putShipment(Map<String, Value<Order.State>> fields, String path, Value<Remarks.Shipment> part) {
        fields.put(
                path,
                state -> state.remarks().shipment() == null
                        ? null
                        : part.of(state.remarks().shipment()));
    }

    private static void putPayment(Map<String, Value<Order.State>> fields, String name, Value<OrderPayment> part) {
        fields.put("payment." + name, state -> part.of(state.payment()));
    }

    /** One value out of many. */
    @FunctionalInterface
    private interface Value<T> {

        @Nullable
        Object of(T whole);
    }
}
