package dev.tenure.application.customer.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.Page;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.domain.shared.Permission;

/** Reads customers. */
public interface FindCustomers {

    /** The permission that its caller needs. */
    Permission PERMISSION = Permission.CUSTOMERS_READ;

    /** @throws NotFound when the tenant has no such customer */
    CustomerView one(Caller caller, String customerId);

    /**
     * A page of the customers that the query matches. Paging by its cursor shows each customer once, while others are
     * created.
     *
     * @throws InvalidCommand {@code VALIDATION_ERROR} when the cursor is not of this query or the search has no words
     */
    Page<CustomerView> list(Caller caller, CustomerQuery query, PageRequest page);
}
