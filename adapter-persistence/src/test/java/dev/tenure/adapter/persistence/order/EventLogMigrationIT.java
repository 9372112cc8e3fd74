package dev.tenure.adapter.persistence.order;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.adapter.persistence.Database;
import dev.tenure.adapter.persistence.DatabaseSettings;
import dev.tenure.adapter.persistence.TestDatabase;
import dev.tenure.adapter.persistence.TestServer;
import dev.tenure.adapter.persistence.event.PersonalData;
import dev.tenure.adapter.persistence.event.StoredEvent.StoredFact;
import dev.tenure.adapter.persistence.shared.Json;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.domain.event.Event;
import dev.tenure.domain.order.OrderFact;
import dev.tenure.domain.order.OrderId;
import dev.tenure.domain.shared.TenantId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.flywaydb.core.Flyway;
import org.jooq.JSONB;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A database that the release before the event log filled, and that nodes of it still write to. */
class EventLogMigrationIT {

    private static final List<String> TENANTS = List.of("acme", "globex");
    private static final int ORDERS = 30;

    private final TestServer server = TestDatabase.server();
    private final Map<OrderId, List<OrderFact>> histories = new LinkedHashMap<>();

    @BeforeEach
    void an_older_schema() throws SQLException {
        server.administer("create database older owner tenure_owner");
        Flyway.configure()
                .dataSource(
                        server.urlOf("older"),
                        server.owner().user(),
                        server.owner().password())
                .locations("classpath:db/migration")
                .placeholderReplacement(false)
                .target("4")
                .load()
                .migrate();
    }

    @AfterEach
    void gone() throws SQLException {
        server.administer("drop database older with (force)");
    }

    @Test
    void every_history_is_what_it_was() throws SQLException {
        try (Connection older = superuser()) {
            fill(older);
            try (Database database = Database.open(settings())) {
                assertThat(database.migrate()).isEqualTo(1);
                JooqTransactions transactions = database.transactions();

                assertThat(count(older, "select count(*) from event")).isEqualTo(ORDERS * TENANTS.size() * 15);
                assertHistories(transactions);
                assertSplitAsByTheProgram(older);
            }
        }
    }

    @Test
    void an_event_that_a_node_of_the_older_release_writes_afterwards_is_seen() throws SQLException {
        try (Connection older = superuser()) {
            fill(older);
            try (Database database = Database.open(settings())) {
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
                order(older, "acme", placed);
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

    private void assertSplitAsByTheProgram(Connection older) throws SQLException {
        String same =
                "select count(*) from event where aggregate_id = ? and sequence = ? and payload = cast(? as jsonb)"
                        + " and personal is not distinct from cast(? as jsonb)";
        try (PreparedStatement statement = older.prepareStatement(same)) {
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

    private void fill(Connection older) throws SQLException {
        for (int i = 0; i < ORDERS; i++) {
            histories.put(
                    new OrderId("ord_" + i),
                    new ArrayList<>(RandomFacts.older(new Random(i)).oneOfEachKind()));
        }
        for (String tenant : TENANTS) {
            try (Statement statement = older.createStatement()) {
                statement.execute("""
                        insert into tenant values ('%1$s', 1, 'T', 'EUR', '{12}', 12, 'none', 0, 'UTC', false, false, now());
                        insert into customer (tenant_id, customer_id, version, email, email_key, first_name, last_name, customer_type,
                            last_billing_address, last_shipping_address, active, created_at, updated_at)
                        values ('%1$s', 'cust_1', 1, 'a@b.example', 'a@b.example', 'A', 'B', 'individual', '{}', '{}', true, now(), now())
                        """.formatted(tenant));
            }
            for (Map.Entry<OrderId, List<OrderFact>> history : histories.entrySet()) {
                order(older, tenant, history.getKey());
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

    private static void order(Connection older, String tenant, OrderId order) throws SQLException {
        try (Statement statement = older.createStatement()) {
            statement.execute("""
                    insert into orders (tenant_id, order_id, version, status, order_type, customer_id, customer_type, currency, subtotal,
                        tax_amount, total, contract_value, tax_mode, tax_rate_percent, total_devices, rented_devices, created_at,
                        updated_at, created_by, customer, billing_address, items, remarks, payment)
                    values ('%s', '%s', 1, 'pending', 'standard', 'cust_1', 'individual', 'EUR', 0, 0, 0, 0, 'none', 0, 1, 0, now(), now(),
                        'cli', '{}', '{}', '[]', '{}', '{}')""".formatted(tenant, order));
        }
    }

    /** As that release did: the payload is all that the fact says. */
    private static void insert(Connection older, String tenant, OrderId order, long sequence, OrderFact fact)
            throws SQLException {
        String whole = Json.write(PersonalData.join(OrderFactMapping.write(fact), ObjectNode.class))
                .data();
        try (PreparedStatement statement = older.prepareStatement(
                "insert into order_event values (?, ?, ?, ?, now(), 'cli', 'request-1', null, cast(? as jsonb))")) {
            statement.setString(1, tenant);
            statement.setString(2, order.value());
            statement.setLong(3, sequence);
            statement.setString(4, OrderFactMapping.type(fact));
            statement.setString(5, whole);
            statement.execute();
        }
    }

    private static int count(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }

    private Connection superuser() throws SQLException {
        return DriverManager.getConnection(
                server.urlOf("older"),
                server.superuser().user(),
                server.superuser().password());
    }

    private DatabaseSettings settings() {
        return new DatabaseSettings(server.urlOf("older"), server.settings().application(), server.owner(), 4);
    }
}
