package dev.tenure.adapter.persistence.customer;

import static dev.tenure.adapter.persistence.generated.Tables.CUSTOMER;

import dev.tenure.adapter.persistence.shared.JooqTransactions;
import dev.tenure.application.customer.out.CustomerRepository;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.Versioned;
import dev.tenure.domain.customer.Customer;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.shared.EmailAddress;
import java.util.Optional;

/** A customer is one row, found by its id or by its e-mail address in lower case. */
public final class JooqCustomerRepository implements CustomerRepository {

    private final JooqTransactions transactions;

    public JooqCustomerRepository(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Customer> findByEmail(EmailAddress email) {
        return transactions
                .sql()
                .selectFrom(CUSTOMER)
                .where(CUSTOMER.TENANT_ID.eq(transactions.tenant()))
                .and(CUSTOMER.EMAIL_KEY.eq(email.key()))
                .fetchOptional(CustomerMapping::customer);
    }

    @Override
    public Customer findOrInsert(Customer candidate) {
        int inserted = transactions
                .sql()
                .insertInto(CUSTOMER)
                .set(CustomerMapping.row(candidate))
                .set(CUSTOMER.VERSION, 1L)
                .onConflict(CUSTOMER.TENANT_ID, CUSTOMER.EMAIL_KEY)
                .doNothing()
                .execute();
        // The insert waited for whoever made the other one, so the next statement sees it; customers are never deleted.
        return inserted == 1
                ? candidate
                : findByEmail(candidate.profile().email()).orElseThrow();
    }

    @Override
    public Optional<Versioned<Customer>> find(CustomerId id) {
        return transactions
                .sql()
                .selectFrom(CUSTOMER)
                .where(CUSTOMER.TENANT_ID.eq(transactions.tenant()))
                .and(CUSTOMER.CUSTOMER_ID.eq(id.value()))
                .forNoKeyUpdate()
                .fetchOptional(row -> new Versioned<>(CustomerMapping.customer(row), row.get(CUSTOMER.VERSION)));
    }

    @Override
    public void update(Versioned<Customer> customer) {
        int updated = transactions
                .sql()
                .update(CUSTOMER)
                .set(CustomerMapping.row(customer.value()))
                .set(CUSTOMER.VERSION, customer.version() + 1)
                .where(CUSTOMER.TENANT_ID.eq(transactions.tenant()))
                .and(CUSTOMER.CUSTOMER_ID.eq(customer.value().id().value()))
                .and(CUSTOMER.VERSION.eq(customer.version()))
                .execute();
        if (updated == 0) {
            throw new Conflict(
                    ApplicationError.CONFLICT,
                    "customer %s is no longer at version %d"
                            .formatted(customer.value().id(), customer.version()));
        }
    }
}
