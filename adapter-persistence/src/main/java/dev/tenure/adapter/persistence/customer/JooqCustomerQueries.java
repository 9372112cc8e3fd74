package dev.tenure.adapter.persistence.customer;

import static dev.tenure.adapter.persistence.generated.Tables.CUSTOMER;
import static dev.tenure.adapter.persistence.generated.Tables.ORDERS;
import static dev.tenure.adapter.persistence.generated.Tables.SEARCH_SUFFIX;
import static dev.tenure.adapter.persistence.generated.Tables.TENANT;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;

import dev.tenure.adapter.persistence.search.IndexChoice;
import dev.tenure.adapter.persistence.search.IndexChoice.Source;
import dev.tenure.adapter.persistence.search.Keyset;
import dev.tenure.adapter.persistence.search.SuffixIndex;
import dev.tenure.adapter.persistence.shared.Words;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.customer.in.CustomerFilter;
import dev.tenure.application.customer.in.CustomerQuery;
import dev.tenure.application.customer.in.CustomerView;
import dev.tenure.application.customer.out.CustomerQueries;
import dev.tenure.application.shared.SearchWords;
import dev.tenure.application.shared.Slice;
import dev.tenure.application.shared.Slice.Position;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.shared.TenantId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;

/** Reads customers for display; each sort has an index. */
public final class JooqCustomerQueries implements CustomerQueries {

    private static final Keyset.Key<String> CUSTOMER_ID = Keyset.Key.text(CUSTOMER.CUSTOMER_ID);
    private static final Condition INACTIVE = not(condition(CUSTOMER.ACTIVE));
    private static final Field<Integer> ORDERS_PLACED = field("orders_placed", Integer.class);
    private static final Field<String> CURRENCY = field("currency", String.class);

    private final JooqTransactions transactions;

    public JooqCustomerQueries(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<CustomerView> find(TenantId tenant, CustomerId id) {
        return transactions.forTenant(
                tenant,
                () -> customers().and(CUSTOMER.CUSTOMER_ID.eq(id.value())).fetchOptional(JooqCustomerQueries::view));
    }

    @Override
    public Slice<CustomerView> list(TenantId tenant, CustomerQuery query, int limit, @Nullable Position after) {
        return transactions.forTenant(tenant, () -> {
            CustomerFilter filter = query.filter();
            List<Condition> conditions = new ArrayList<>();
            List<Source> sources = new ArrayList<>();
            if (filter.active() != null) {
                conditions.add(filter.active() ? condition(CUSTOMER.ACTIVE) : INACTIVE);
                if (!filter.active()) {
                    sources.add(customers(INACTIVE));
                }
            }
            if (filter.customerType() != null) {
                Condition type = CUSTOMER.CUSTOMER_TYPE.eq(inline(Words.word(filter.customerType())));
                conditions.add(type);
                sources.add(customers(type));
            }
            if (filter.email() != null) {
                Condition address = CUSTOMER.EMAIL_KEY.eq(filter.email().strip().toLowerCase(Locale.ROOT));
                conditions.add(address);
                sources.add(customers(address));
            }
            if (filter.search() != null) {
                SearchWords search = SearchWords.of(filter.search());
                conditions.add(IndexChoice.matches(CUSTOMER.SEARCH_TEXT, search, null));
                search.words().forEach(word -> sources.add(ofWord(word)));
            }
            if (!sources.isEmpty()) {
                transactions.planEachTime();
            }
            IndexChoice choice = new IndexChoice(transactions, IndexChoice.MOST);
            choice.smallest(sources)
                    .map(source -> choice.in(CUSTOMER.CUSTOMER_ID, source))
                    .ifPresent(conditions::add);
            return keyset(query).slice(customers().and(and(conditions)), limit, after, JooqCustomerQueries::view);
        });
    }

    private SelectConditionStep<? extends Record> customers() {
        return transactions
                .sql()
                .select(CUSTOMER.fields())
                .select(
                        field(selectCount()
                                        .from(ORDERS)
                                        .where(ORDERS.TENANT_ID.eq(transactions.tenant()))
                                        .and(ORDERS.CUSTOMER_ID.eq(CUSTOMER.CUSTOMER_ID)))
                                .as(ORDERS_PLACED),
                        field(select(TENANT.CURRENCY).from(TENANT).where(TENANT.TENANT_ID.eq(transactions.tenant())))
                                .as(CURRENCY))
                .from(CUSTOMER)
                .where(CUSTOMER.TENANT_ID.eq(transactions.tenant()));
    }

    private Source customers(Condition condition) {
        return Source.of(select(CUSTOMER.CUSTOMER_ID)
                .from(CUSTOMER)
                .where(CUSTOMER.TENANT_ID.eq(transactions.tenant()))
                .and(condition));
    }

    private Source ofWord(String word) {
        return Source.of(select(SEARCH_SUFFIX.SUBJECT_ID)
                .from(SEARCH_SUFFIX)
                .where(SEARCH_SUFFIX.TENANT_ID.eq(transactions.tenant()))
                .and(SuffixIndex.of(word))
                .and(SEARCH_SUFFIX.SUBJECT.eq(inline(SuffixIndex.CUSTOMER))));
    }

    private static Keyset keyset(CustomerQuery query) {
        List<Keyset.Key<?>> keys =
                switch (query.sort()) {
                    case CREATED_AT -> List.of(Keyset.Key.instant(CUSTOMER.CREATED_AT), CUSTOMER_ID);
                    case FIRST_NAME -> List.of(Keyset.Key.text(CUSTOMER.FIRST_NAME), CUSTOMER_ID);
                    case LAST_NAME -> List.of(Keyset.Key.text(CUSTOMER.LAST_NAME), CUSTOMER_ID);
                    case EMAIL -> List.of(Keyset.Key.text(CUSTOMER.EMAIL_KEY));
                    case TOTAL_MONTHLY_REVENUE -> List.of(Keyset.Key.number(CUSTOMER.REVENUE_RANK), CUSTOMER_ID);
                    case TOTAL_DEVICES_RENTED -> List.of(Keyset.Key.integer(CUSTOMER.DEVICES_RENTED), CUSTOMER_ID);
                };
        return query.descending() ? Keyset.descending(keys) : Keyset.ascending(keys);
    }

    private static CustomerView view(Record row) {
        return new CustomerView(
                CustomerMapping.customer(row),
                row.get(CUSTOMER.VERSION),
                row.get(ORDERS_PLACED),
                row.get(CUSTOMER.DEVICES_RENTED),
                new Money(row.get(CUSTOMER.MONTHLY_REVENUE), Currency.getInstance(row.get(CURRENCY))));
    }
}
