package dev.tenure.domain.order;

import dev.tenure.domain.customer.CustomerProfile;
import dev.tenure.domain.event.FieldChange;
import dev.tenure.domain.shared.Address;
import dev.tenure.domain.shared.CustomFields;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The changes of several fields of an order, in the order in which a client sees them. */
final class FieldChanges {

    private FieldChanges() {}

    static Stream<FieldChange> customer(CustomerProfile before, CustomerProfile after) {
        return Stream.of(
                        part("customer.email", before, after, profile -> profile.email()
                                .value()),
                        part("customer.firstName", before, after, CustomerProfile::firstName),
                        part("customer.lastName", before, after, CustomerProfile::lastName),
                        part("customer.company", before, after, CustomerProfile::company),
                        part("customer.phone", before, after, CustomerProfile::phone),
                        part("customer.customerType", before, after, CustomerProfile::type))
                .flatMap(each -> each);
    }

    static Stream<FieldChange> address(String path, Address before, Address after) {
        return Stream.of(
                        part(path + ".contactName", before, after, Address::contactName),
                        part(path + ".company", before, after, Address::company),
                        part(path + ".buildingInfo", before, after, Address::buildingInfo),
                        part(path + ".streetAddress", before, after, Address::streetAddress),
                        part(path + ".locality", before, after, Address::locality),
                        part(path + ".city", before, after, Address::city),
                        part(path + ".adminArea", before, after, Address::adminArea),
                        part(path + ".postalCode", before, after, Address::postalCode),
                        part(path + ".country", before, after, Address::country))
                .flatMap(each -> each);
    }

    static Stream<FieldChange> shipment(Remarks.@Nullable Shipment before, Remarks.@Nullable Shipment after) {
        return Stream.concat(
                part("trackingNumber", before, after, Remarks.Shipment::trackingNumber),
                part("shippedAt", before, after, Remarks.Shipment::shippedAt));
    }

    static Stream<FieldChange> payment(OrderPayment before, OrderPayment after) {
        return Stream.of(
                        part("payment.status", before, after, OrderPayment::status),
                        part("payment.method", before, after, OrderPayment::method),
                        part("payment.transactionId", before, after, OrderPayment::transactionId),
                        part("payment.paidAmount", before, after, OrderPayment::paidAmount),
                        part("payment.manuallyMarked", before, after, OrderPayment::manuallyMarked))
                .flatMap(each -> each);
    }

    /** The changes by field: existing fields first, then new ones. */
    static Stream<FieldChange> customFields(@Nullable CustomFields before, @Nullable CustomFields after) {
        Map<String, @Nullable Object> then = before == null ? Map.of() : before.values();
        Map<String, @Nullable Object> now = after == null ? Map.of() : after.values();
        Set<String> keys = new LinkedHashSet<>(then.keySet());
        keys.addAll(now.keySet());
        return keys.stream().flatMap(key -> FieldChange.of("customFields." + key, then.get(key), now.get(key)));
    }

    private static <T> Stream<FieldChange> part(
            String path, @Nullable T before, @Nullable T after, Function<T, @Nullable Object> part) {
        return FieldChange.of(
                path, before == null ? null : part.apply(before), after == null ? null : part.apply(after));
    }
}
