package dev.tenure.adapter.persistence.customer;

import static dev.tenure.adapter.persistence.generated.Tables.CUSTOMER;
import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectFrom;

import dev.tenure.adapter.persistence.pipeline.PreparedQuery;
import dev.tenure.adapter.persistence.pipeline.RowArrays;
import dev.tenure.adapter.persistence.pipeline.RowInsert;
import dev.tenure.adapter.persistence.search.SuffixIndex;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.customer.out.CustomerFinding;
import dev.tenure.application.customer.out.CustomerRepository;
import dev.tenure.application.customer.out.UnitsHandedOver;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.shared.out.Deferred;
import dev.tenure.domain.customer.Customer;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.shared.EmailAddress;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** A customer is one row, found by its id or by its e-mail address in lower case. */
public final class JooqCustomerRepository implements CustomerRepository {

    private static final PreparedQuery BY_EMAILS = PreparedQuery.of(
            () -> selectFrom(CUSTOMER).where(CUSTOMER.TENANT_ID.eq("")).and(CUSTOMER.EMAIL_KEY.eq(any(new String[0]))));

    private static final RowInsert INSERTED = RowInsert.into(CUSTOMER, CustomerMapping.COLUMNS);
    private static final String ONE_PER_EMAIL = "customer_email_key";

    private static final Field<Integer> UNITS = field(name("units"), Integer.class);
    private static final List<Field<?>> COUNTED = List.of(CUSTOMER.CUSTOMER_ID, UNITS, CUSTOMER.MONTHLY_REVENUE);
    private static final PreparedQuery UNITS_HANDED_OVER = PreparedQuery.of(() -> counted());

    private final JooqTransactions transactions;
    private final SuffixIndex suffixes;

    public JooqCustomerRepository(JooqTransactions transactions) {
        this.transactions = transactions;
        this.suffixes = new SuffixIndex(transactions);
    }

    @Override
    public Deferred<List<Customer>> loadAllByEmail(Collection<EmailAddress> emails) {
        return transactions.query(
                BY_EMAILS,
                this::found,
                transactions.tenant(),
                emails.stream().map(EmailAddress::key).distinct().toArray(String[]::new));
    }

    private List<Customer> found(List<Record> rows) {
        return rows.stream().map(this::found).toList();
    }

    private Customer found(Record row) {
        Customer customer = CustomerMapping.customer(row);
        if (row.get(CUSTOMER.SEARCH_TEXT) != null) {
            // The transaction that wrote this text also wrote the rows of its suffix index.
            suffixes.noteKnown(CustomerMapping.named(customer));
        }
        return customer;
    }

    @Override
    public void insertAll(List<Customer> customers) {
        if (customers.isEmpty()) {
            return;
        }
        // In the order of the addresses, so that two transactions that insert the same ones do not deadlock.
        List<Customer> inOrder = customers.stream()
                .sorted(Comparator.comparing(JooqCustomerRepository::key))
                .toList();
        List<Map<Field<?>, @Nullable Object>> rows = inOrder.stream()
                .map(customer -> CustomerMapping.row(customer, 1))
                .toList();
        transactions.writeOrRetry(INSERTED.of(rows), ONE_PER_EMAIL, INSERTED.values(rows));
        suffixes.write(inOrder.stream().map(CustomerMapping::named).toList());
    }

    @Override
    public Map<CustomerId, Versioned<Customer>> findAll(Collection<CustomerId> ids) {
        return transactions
                .sql()
                .selectFrom(CUSTOMER)
                .where(CUSTOMER.TENANT_ID.eq(transactions.tenant()))
                .and(CUSTOMER.CUSTOMER_ID.eq(
                        any(ids.stream().map(CustomerId::value).toArray(String[]::new))))
                .orderBy(CUSTOMER.CUSTOMER_ID)
                .forNoKeyUpdate()
                .fetch(row -> new Versioned<>(CustomerMapping.customer(row), row.get(CUSTOMER.VERSION)))
                .stream()
                .collect(toMap(customer -> customer.value().id(), Function.identity()));
    }

    @Override
    public void updateAll(Collection<Versioned<Customer>> customers) {
        if (customers.isEmpty()) {
            return;
        }
        RowArrays rows = RowArrays.of(customers.stream()
                .map(customer -> CustomerMapping.row(customer.value(), customer.version() + 1))
                .toList());
        Map<Field<?>, Field<?>> changes = new LinkedHashMap<>();
        rows.columns().forEach(column -> changes.put(column, rows.value(column)));
        int updated = transactions
                .sql()
                .update(CUSTOMER)
                .set(changes)
                .from(rows.table())
                .where(CUSTOMER.TENANT_ID.eq(transactions.tenant()))
                .and(CUSTOMER.CUSTOMER_ID.eq(rows.value(CUSTOMER.CUSTOMER_ID)))
                .and(CUSTOMER.VERSION.eq(rows.value(CUSTOMER.VERSION).minus(1)))
                .execute();
        if (updated != customers.size()) {
            throw new Conflict(
                    ApplicationError.CONFLICT,
                    "%d of %d customers are no longer at the version that was read"
                            .formatted(customers.size() - updated, customers.size()));
        }
        suffixes.write(suffixes.unknown(customers.stream()
                .map(customer -> CustomerMapping.named(customer.value()))
                .toList()));
    }

    /** Indexes at most so many customers that an older release wrote, and returns how many it were. */
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
    public void unitsHandedOver(List<UnitsHandedOver> units) {
        if (units.isEmpty()) {
            return;
        }
        RowArrays rows = RowArrays.ofColumns(
                COUNTED,
                units.stream()
                        .<Map<Field<?>, @Nullable Object>>map(one -> Map.of(
                                CUSTOMER.CUSTOMER_ID,
                                one.customer().value(),
                                UNITS,
                                one.units(),
                                CUSTOMER.MONTHLY_REVENUE,
                                one.monthlyAmount().amount()))
                        .toList());
        transactions.write(
                UNITS_HANDED_OVER,
                Stream.concat(rows.values().stream(), Stream.of(transactions.tenant()))
                        .toArray());
    }

    private static Query counted() {
        RowArrays rows = RowArrays.ofColumns(COUNTED);
        return DSL.update(CUSTOMER)
                .set(CUSTOMER.DEVICES_RENTED, CUSTOMER.DEVICES_RENTED.plus(rows.value(UNITS)))
                .set(CUSTOMER.MONTHLY_REVENUE, CUSTOMER.MONTHLY_REVENUE.plus(rows.value(CUSTOMER.MONTHLY_REVENUE)))
                .set(CUSTOMER.VERSION, CUSTOMER.VERSION.plus(inline(1)))
                .from(rows.table())
                .where(CUSTOMER.TENANT_ID.eq(""))
                .and(CUSTOMER.CUSTOMER_ID.eq(rows.value(CUSTOMER.CUSTOMER_ID)));
    }

    private static String key(Customer customer) {
        return customer.profile().email().key();
    }
}
