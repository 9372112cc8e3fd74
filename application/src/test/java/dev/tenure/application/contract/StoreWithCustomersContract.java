package dev.tenure.application.contract;

import dev.tenure.application.customer.out.CustomerRepository;
import dev.tenure.domain.customer.Customer;
import dev.tenure.domain.customer.CustomerFixtures;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.customer.CustomerProfile;
import dev.tenure.domain.shared.SharedFixtures;
import dev.tenure.domain.shared.TenantId;

/** For what refers to customers. */
public interface StoreWithCustomersContract extends StoreContract {

    CustomerRepository customers();

    /** A tenant with the customers of the fixtures: Sarah and Peter. */
    default TenantId aTenantWithCustomers() {
        TenantId tenant = aTenant();
        within(tenant, () -> {
            FindOrInsert.findOrInsert(
                    customers(), customer(tenant, CustomerFixtures.sarahsId(), CustomerFixtures.sarah()));
            FindOrInsert.findOrInsert(
                    customers(), customer(tenant, CustomerFixtures.petersId(), CustomerFixtures.peter()));
        });
        return tenant;
    }

    private static Customer customer(TenantId tenant, CustomerId id, CustomerProfile profile) {
        return new Customer(
                tenant,
                id,
                profile,
                SharedFixtures.billingAddress(),
                SharedFixtures.shippingAddress(),
                true,
                SharedFixtures.START,
                SharedFixtures.START);
    }
}
