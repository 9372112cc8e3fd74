package dev.tenure.application.importing;

import static dev.tenure.application.order.in.OrderCommands.MACBOOK;
import static dev.tenure.application.order.in.OrderCommands.address;
import static dev.tenure.application.order.in.OrderCommands.anOrder;
import static dev.tenure.application.order.in.OrderCommands.someone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.application.customer.in.CustomerQuery;
import dev.tenure.application.importing.in.ImportOrders.Result;
import dev.tenure.application.importing.in.ImportOrders.Status;
import dev.tenure.application.importing.in.ImportedOrder;
import dev.tenure.application.importing.in.ImportedOrder.History;
import dev.tenure.application.importing.in.ImportedOrder.ItemHistory;
import dev.tenure.application.memory.InMemoryTenure;
import dev.tenure.application.shared.Entry;
import dev.tenure.application.shared.PageRequest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CustomersOfImportsTest {

    private final InMemoryTenure tenure = InMemoryTenure.withDemo();

    @Test
    void a_customer_lives_where_the_last_order_of_a_batch_says_be_it_where_they_lived_before() {
        List<Result> results = tenure.useCases()
                .importing()
                .importOrders()
                .importEach(
                        tenure.demo(),
                        Stream.of("Old Street", "New Street", "Old Street")
                                .map(street -> Entry.of(to(street)))
                                .toList());

        assertThat(results).extracting(Result::status).containsOnly(Status.IMPORTED);
        assertThat(tenure.useCases()
                        .customers()
                        .find()
                        .list(tenure.demo(), CustomerQuery.ALL, PageRequest.FIRST)
                        .rows())
                .singleElement()
                .satisfies(
                        view -> assertThat(view.customer().lastBillingAddress().streetAddress())
                                .isEqualTo("Old Street"));
    }

    private int orders;

    private ImportedOrder to(String street) {
        orders++;
        return new ImportedOrder(
                anOrder()
                        .by(someone("ann@example.com"))
                        .billedTo(address(street))
                        .with(MACBOOK, 1, 24)
                        .build(),
                new History(
                        "ord_" + orders,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(new ItemHistory(null, List.of()))),
                "fingerprint-" + orders);
    }
}
