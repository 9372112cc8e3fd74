package dev.tenure.adapter.persistence.customer;

import static dev.tenure.adapter.persistence.generated.Tables.CUSTOMER;
import static dev.tenure.adapter.persistence.shared.Words.constant;
import static dev.tenure.adapter.persistence.shared.Words.word;

import dev.tenure.adapter.persistence.search.SuffixIndex;
import dev.tenure.adapter.persistence.search.SuffixIndex.Named;
import dev.tenure.adapter.persistence.shared.AddressJson;
import dev.tenure.adapter.persistence.shared.Json;
import dev.tenure.application.customer.out.CustomerFinding;
import dev.tenure.domain.customer.Customer;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.customer.CustomerProfile;
import dev.tenure.domain.customer.CustomerType;
import dev.tenure.domain.shared.EmailAddress;
import dev.tenure.domain.shared.TenantId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** A customer to and from its row. */
final class CustomerMapping {

    static final List<Field<?>> COLUMNS = List.of(
            CUSTOMER.TENANT_ID,
            CUSTOMER.CUSTOMER_ID,
            CUSTOMER.EMAIL,
            CUSTOMER.EMAIL_KEY,
            CUSTOMER.FIRST_NAME,
            CUSTOMER.LAST_NAME,
            CUSTOMER.COMPANY,
            CUSTOMER.PHONE,
            CUSTOMER.CUSTOMER_TYPE,
            CUSTOMER.LAST_BILLING_ADDRESS,
            CUSTOMER.LAST_SHIPPING_ADDRESS,
            CUSTOMER.ACTIVE,
            CUSTOMER.SEARCH_TEXT,
            CUSTOMER.CREATED_AT,
            CUSTOMER.UPDATED_AT,
            CUSTOMER.VERSION);

    private CustomerMapping() {}

    static Map<Field<?>, @Nullable Object> row(Customer customer, long version) {
        CustomerProfile profile = customer.profile();
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        row.put(CUSTOMER.TENANT_ID, customer.tenantId().value());
        row.put(CUSTOMER.CUSTOMER_ID, customer.id().value());
        row.put(CUSTOMER.EMAIL, profile.email().value());
        row.put(CUSTOMER.EMAIL_KEY, profile.email().key());
        row.put(CUSTOMER.FIRST_NAME, profile.firstName());
        row.put(CUSTOMER.LAST_NAME, profile.lastName());
        row.put(CUSTOMER.COMPANY, profile.company());
        row.put(CUSTOMER.PHONE, profile.phone());
        row.put(CUSTOMER.CUSTOMER_TYPE, word(profile.type()));
        row.put(CUSTOMER.LAST_BILLING_ADDRESS, Json.write(AddressJson.of(customer.lastBillingAddress())));
        row.put(CUSTOMER.LAST_SHIPPING_ADDRESS, Json.write(AddressJson.of(customer.lastShippingAddress())));
        row.put(CUSTOMER.ACTIVE, customer.active());
        row.put(CUSTOMER.SEARCH_TEXT, CustomerFinding.searchText(profile).value());
        row.put(CUSTOMER.CREATED_AT, customer.createdAt());
        row.put(CUSTOMER.UPDATED_AT, customer.updatedAt());
        row.put(CUSTOMER.VERSION, version);
        return row;
    }

    /** The search text of the customer. */
    static Named named(Customer customer) {
        return new Named(
                SuffixIndex.CUSTOMER, customer.id().value(), CustomerFinding.namesAndPhone(customer.profile()));
    }

    static Customer customer(Record row) {
        return new Customer(
                new TenantId(row.get(CUSTOMER.TENANT_ID)),
                new CustomerId(row.get(CUSTOMER.CUSTOMER_ID)),
                new CustomerProfile(
                        new EmailAddress(row.get(CUSTOMER.EMAIL)),
                        row.get(CUSTOMER.FIRST_NAME),
                        row.get(CUSTOMER.LAST_NAME),
                        row.get(CUSTOMER.COMPANY),
                        row.get(CUSTOMER.PHONE),
                        constant(CustomerType.class, row.get(CUSTOMER.CUSTOMER_TYPE))),
                Json.read(row.get(CUSTOMER.LAST_BILLING_ADDRESS), AddressJson.class)
                        .toAddress(),
                Json.read(row.get(CUSTOMER.LAST_SHIPPING_ADDRESS), AddressJson.class)
                        .toAddress(),
                row.get(CUSTOMER.ACTIVE),
                row.get(CUSTOMER.CREATED_AT),
                row.get(CUSTOMER.UPDATED_AT));
    }
}
