package dev.tenure.adapter.persistence.order;

import static dev.tenure.adapter.persistence.generated.Tables.ORDERS;

import dev.tenure.adapter.persistence.customer.JooqCustomerRepository;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.order.out.SearchBackfillStore;
import dev.tenure.domain.order.OrderState;
import java.util.List;

/** Finds rows without a search text. Nodes that work at the same time take different rows. */
public final class JooqSearchBackfillStore implements SearchBackfillStore {

    private final JooqTransactions transactions;
    private final JooqCustomerRepository customers;
    private final OrderIndex index;

    public JooqSearchBackfillStore(JooqTransactions transactions) {
        this.transactions = transactions;
        this.customers = new JooqCustomerRepository(transactions);
        this.index = new OrderIndex(transactions);
    }

    @Override
    public int backfill(int atMost) {
        return customers.indexOlder(atMost) + orders(atMost);
    }

    private int orders(int atMost) {
        List<OrderState> older = transactions
                .sql()
                .selectFrom(ORDERS)
                .where(ORDERS.TENANT_ID.eq(transactions.tenant()))
                .and(ORDERS.SEARCH_TEXT.isNull())
                .orderBy(ORDERS.ORDER_ID)
                .limit(atMost)
                .forNoKeyUpdate()
                .skipLocked()
                .fetch(OrderMapping::state);
        if (older.isEmpty()) {
            return 0;
        }
        for (OrderState order : older) {
            transactions
                    .sql()
                    .update(ORDERS)
                    .set(ORDERS.SEARCH_TEXT, OrderMapping.searchText(order))
                    .where(ORDERS.TENANT_ID.eq(transactions.tenant()))
                    .and(ORDERS.ORDER_ID.eq(order.id().value()))
                    .execute();
        }
        index.added(older);
        return older.size();
    }
}
