package dev.tenure.adapter.persistence.customer;

import static dev.tenure.adapter.persistence.generated.Tables.CUSTOMER;

import dev.tenure.adapter.persistence.shared.JooqTransactions;
import dev.tenure.adapter.persistence.shared.SearchSuffixes;
import dev.tenure.application.customer.out.CustomerFinding;
import dev.tenure.application.customer.out.CustomerRepository;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.Versioned;
import dev.tenure.domain.customer.Customer;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.shared.EmailAddress;
import dev.tenure.domain.shared.Money;
import java.util.List;
import java.util.Optional;

/** A customer is one row, found by its id or by its e-mail address in lower case. */
public final class JooqCustomerRepository implements CustomerRepository {

    private final JooqTransactions transactions;
    private final SearchSuffixes suffixes;

    public JooqCustomerRepository(JooqTransactions transactions) {
        this.transactions = transactions;
        this.suffixes = new SearchSuffixes(transactions);
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
        if (inserted == 1) {
            suffixes.write(List.of(CustomerMapping.named(candidate)));
        }
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
        suffixes.write(suffixes.unknown(List.of(CustomerMapping.named(customer.value()))));
    }

    /** Lets at most so many customers be found whom an older release wrote; how many these were. */
    public int indexOlder(int atMost) {
        List<Customer> older = transactions
                .sql()
                .selectFrom(CUSTOMER)
                .where(CUSTOMER.TENANT_ID.eq(transactions.tenant()))
                .and(CUSTOMER.SEARCH_TEXT.isNull())
                .orderBy(CUSTOMER.CUSTOMER_ID)
                .limit(atMost)
                .forNoKeyUpdate()
                .skipLocked()
                .fetch(CustomerMapping::customer);
        for (Customer customer : older) {
            transactions
                    .sql()
                    .update(CUSTOMER)
                    .set(
                            CUSTOMER.SEARCH_TEXT,
                            CustomerFinding.searchText(customer.profile()).value())
                    .where(CUSTOMER.TENANT_ID.eq(transactions.tenant()))
                    .and(CUSTOMER.CUSTOMER_ID.eq(customer.id().value()))
                    .execute();
        }
        suffixes.write(older.stream().map(CustomerMapping::named).toList());
        return older.size();
    }

    @Override
    public void unitsHandedOver(CustomerId id, int units, Money monthlyAmount) {
        transactions
                .sql()
                .update(CUSTOMER)
                .set(CUSTOMER.DEVICES_RENTED, CUSTOMER.DEVICES_RENTED.plus(units))
                .set(CUSTOMER.MONTHLY_REVENUE, CUSTOMER.MONTHLY_REVENUE.plus(monthlyAmount.amount()))
                .set(CUSTOMER.VERSION, CUSTOMER.VERSION.plus(1))
                .where(CUSTOMER.TENANT_ID.eq(transactions.tenant()))
                .and(CUSTOMER.CUSTOMER_ID.eq(id.value()))
                .execute();
    }
}
