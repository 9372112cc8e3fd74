package dev.tenure.adapter.persistence;

import dev.tenure.adapter.persistence.order.JooqOrderQueries;
import dev.tenure.application.contract.OrderFiltersContract;
import dev.tenure.application.order.out.OrderQueries;
import org.junit.jupiter.api.Nested;

class JooqOrderFiltersIT extends JooqPorts implements OrderFiltersContract {

    /** The same where most of what is asked for counts as common, which it would only be among many more orders. */
    @Nested
    class WhereThereAreMany extends JooqPorts implements OrderFiltersContract {

        @Override
        public OrderQueries queries() {
            return new JooqOrderQueries(transactions(), 10);
        }
    }
}
