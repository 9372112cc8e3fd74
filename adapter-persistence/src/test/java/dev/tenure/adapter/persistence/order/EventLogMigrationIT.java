package dev.tenure.adapter.persistence.order;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.adapter.persistence.Database;
import dev.tenure.adapter.persistence.event.PersonalData;
import dev.tenure.adapter.persistence.event.StoredEvent.StoredFact;
import dev.tenure.adapter.persistence.shared.Json;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.domain.event.Event;
import dev.tenure.domain.order.OrderFact;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.shared.TenantId;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jooq.JSONB;
import org.junit.jupiter.api.Test;

/** A database that the release before the event log filled, and that nodes of it still write to. */
class EventLogMigrationIT {

    private static final List<String> TENANTS = List.of("acme", "globex");
    private static final int ORDERS = 30;

    private final Map<OrderId, List<OrderFact>> histories = new LinkedHashMap<>();

    @Test
    void every_history_is_what_it_was() throws SQLException {
        try (OlderDatabase older = new OlderDatabase()) {
            fill(older);
            try (Database database = Database.open(older.settings())) {
                assertThat(database.migrate()).isEqualTo(2);
                JooqTransactions transactions = database.transactions();

                assertThat(older.count("select count(*) from event")).isEqualTo(ORDERS * TENANTS.size() * 15);
                assertHistories(transactions);
                assertSplitAsByTheProgram(older);
            }
        }
    }

    @Test
    void an_event_that_a_node_of_the_older_release_writes_afterwards_is_seen() throws SQLException {
        try (OlderDatabase older = new OlderDatabase()) {
            fill(older);
            try (Database database = Database.open(older.settings())) {
                database.migrate();
                JooqTransactions transactions = database.transactions();
                OrderId order = new OrderId("ord_0");
                OrderFact late = new OrderFact.NotesReplaced("before", "after");
                insert(older, "acme", order, 16, late);
                List<OrderFact> history = requireNonNull(histories.get(order));
                history.add(late);
                OrderId placed = new OrderId("ord_late");
                histories.put(placed, new ArrayList<>());
                OrderFact imported = new OrderFact.Placed(((OrderFact.Placed) history.get(0)).initial(), "fingerprint");
                older.addOrder("acme", placed.value());
                insert(older, "acme", placed, 1, imported);

                assertThat(transactions.forTenant(new TenantId("acme"), () -> facts(transactions, order)))
                        .isEqualTo(history);
                assertThat(transactions.forTenant(new TenantId("acme"), () -> new JooqOrderRepository(transactions)
                                .origins(List.of(order, placed))))
                        .containsOnly(entry(order, Optional.empty()), entry(placed, Optional.of("fingerprint")));
            }
        }
    }

    private void assertHistories(JooqTransactions transactions) {
        for (String tenant : TENANTS) {
            transactions.forTenant(new TenantId(tenant), () -> {
                histories.forEach((order, facts) -> assertThat(facts(transactions, order))
                        .as("%s %s", tenant, order)
                        .isEqualTo(facts));
                return true;
            });
        }
    }

    private static List<OrderFact> facts(JooqTransactions transactions, OrderId order) {
        return new JooqOrderRepository(transactions)
                .events(order).stream().map(Event::fact).toList();
    }

    private void assertSplitAsByTheProgram(OlderDatabase older) throws SQLException {
        // The migration leaves empty remarks where nothing in them is of a person; the program leaves them out.
        String same = """
                select count(*) from event where aggregate_id = ? and sequence = ? and payload = cast(? as jsonb)
                and case when personal #> '{initial,remarks}' = '{}' then personal #- '{initial,remarks}' else personal end
                    is not distinct from cast(? as jsonb)""";
        try (PreparedStatement statement = older.superuser().prepareStatement(same)) {
            for (Map.Entry<OrderId, List<OrderFact>> history : histories.entrySet()) {
                for (int i = 0; i < history.getValue().size(); i++) {
                    OrderFact fact = history.getValue().get(i);
                    StoredFact stored = OrderFactMapping.write(fact);
                    statement.setString(1, history.getKey().value());
                    statement.setLong(2, i + 1L);
                    statement.setString(3, stored.payload().data());
                    JSONB personal = stored.personal();
                    statement.setString(4, personal == null ? null : personal.data());
                    try (var row = statement.executeQuery()) {
                        row.next();
                        assertThat(row.getInt(1))
                                .as("%s of %s", fact, history.getKey())
                                .isEqualTo(TENANTS.size());
                    }
                }
            }
        }
    }

    private void fill(OlderDatabase older) throws SQLException {
        for (int i = 0; i < ORDERS; i++) {
            histories.put(
                    new OrderId("ord_" + i),
                    new ArrayList<>(RandomFacts.older(new Random(i)).oneOfEachKind()));
        }
        for (String tenant : TENANTS) {
            older.addTenant(tenant);
            for (Map.Entry<OrderId, List<OrderFact>> history : histories.entrySet()) {
                older.addOrder(tenant, history.getKey().value());
                for (int i = 0; i < history.getValue().size(); i++) {
                    insert(
                            older,
                            tenant,
                            history.getKey(),
                            i + 1L,
                            history.getValue().get(i));
                }
            }
        }
    }

    /** As that release did: the payload is all that the fact says. */
    private static void insert(OlderDatabase older, String tenant, OrderId order, long sequence, OrderFact fact)
            throws SQLException {
        String whole = Json.write(PersonalData.join(OrderFactMapping.write(fact), ObjectNode.class))
                .data();
        older.addEvent(tenant, order.value(), sequence, OrderFactMapping.type(fact), whole);
    }
}
