package dev.tenure.adapter.rest.customer;

import dev.tenure.adapter.rest.shared.Addresses;
import dev.tenure.adapter.rest.shared.JsonObject;
import dev.tenure.adapter.rest.shared.QueryParameters;
import dev.tenure.application.customer.in.CustomerFilter;
import dev.tenure.application.customer.in.CustomerQuery;
import dev.tenure.application.customer.in.CustomerQuery.Sort;
import dev.tenure.application.customer.in.CustomerView;
import dev.tenure.domain.customer.Customer;
import dev.tenure.domain.customer.CustomerProfile;
import dev.tenure.domain.customer.CustomerType;
import java.util.LinkedHashMap;
import java.util.Map;

/** Customers as the wire shows them, and the query of a list. */
final class CustomerMapping {

    private static final Map<String, Boolean> ACTIVE = active();
    private static final Map<String, Sort> SORTS = sorts();
    private static final Map<String, Boolean> DESCENDING = descending();

    private CustomerMapping() {}

    static CustomerQuery query(QueryParameters parameters) {
        return new CustomerQuery(
                new CustomerFilter(
                        parameters.oneOf("status", ACTIVE),
                        parameters.oneOf("customerType", CustomerType.class),
                        parameters.text("email"),
                        parameters.text("search")),
                parameters.oneOf("sortBy", SORTS, Sort.CREATED_AT),
                parameters.oneOf("sortDir", DESCENDING, true));
    }

    static JsonObject customer(CustomerView view) {
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
                .text("status", customer.active() ? "active" : "inactive")
                .object("lastBillingAddress", Addresses.address(customer.lastBillingAddress()))
                .object("lastShippingAddress", Addresses.address(customer.lastShippingAddress()))
                .instant("createdAt", customer.createdAt())
                .instant("updatedAt", customer.updatedAt());
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
