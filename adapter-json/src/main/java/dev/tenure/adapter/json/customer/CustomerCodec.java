package dev.tenure.adapter.json.customer;

import dev.tenure.adapter.json.shared.AddressCodec;
import dev.tenure.adapter.json.shared.JsonObject;
import dev.tenure.application.customer.in.CustomerQuery.Sort;
import dev.tenure.application.customer.in.CustomerView;
import dev.tenure.domain.customer.Customer;
import dev.tenure.domain.customer.CustomerProfile;
import java.util.LinkedHashMap;
import java.util.Map;

/** The JSON of customers, and the query of a list. */
public final class CustomerCodec {

    public static final Map<String, Boolean> ACTIVE = active();
    public static final Map<String, Sort> SORTS = sorts();
    public static final Map<String, Boolean> DESCENDING = descending();

    private CustomerCodec() {}

    public static JsonObject customer(CustomerView view) {
        Customer customer = view.customer();
        CustomerProfile profile = customer.profile();
        return new JsonObject()
                .text("customerId", customer.id().value())
                .text("tenantId", customer.tenantId().value())
                .text("email", profile.email().value())
                .text("firstName", profile.firstName())
                .text("lastName", profile.lastName())
                .text("company", profile.company())
                .text("phone", profile.phone())
                .word("customerType", profile.type())
                .number("totalOrders", view.totalOrders())
                .number("totalDevicesRented", view.devicesRented())
                .money("totalMonthlyRevenue", view.monthlyRevenue())
                .text("currency", view.monthlyRevenue().currency().getCurrencyCode())
                .text("status", status(customer))
                .object("lastBillingAddress", AddressCodec.address(customer.lastBillingAddress()))
                .object("lastShippingAddress", AddressCodec.address(customer.lastShippingAddress()))
                .instant("createdAt", customer.createdAt())
                .instant("updatedAt", customer.updatedAt());
    }

    /** {@code active} or {@code inactive}. */
    public static String status(Customer customer) {
        return customer.active() ? "active" : "inactive";
    }

    private static Map<String, Boolean> active() {
        Map<String, Boolean> active = new LinkedHashMap<>();
        active.put("active", true);
        active.put("inactive", false);
        return active;
    }

    private static Map<String, Sort> sorts() {
        Map<String, Sort> sorts = new LinkedHashMap<>();
        sorts.put("createdAt", Sort.CREATED_AT);
        sorts.put("firstName", Sort.FIRST_NAME);
        sorts.put("lastName", Sort.LAST_NAME);
        sorts.put("email", Sort.EMAIL);
        sorts.put("totalMonthlyRevenue", Sort.TOTAL_MONTHLY_REVENUE);
        sorts.put("totalDevicesRented", Sort.TOTAL_DEVICES_RENTED);
        return sorts;
    }

    private static Map<String, Boolean> descending() {
        Map<String, Boolean> descending = new LinkedHashMap<>();
        descending.put("asc", false);
        descending.put("desc", true);
        return descending;
    }
}
