package dev.tenure.adapter.persistence.order;

import dev.tenure.adapter.persistence.DatabaseSettings;
import dev.tenure.adapter.persistence.TestDatabase;
import dev.tenure.adapter.persistence.TestServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;

/** A database of the release before the event log, to which nodes of that release still write. */
final class OlderDatabase implements AutoCloseable {

    private static final String NAME = "older";

    private final TestServer server = TestDatabase.server();
    private final Connection superuser;

    OlderDatabase() throws SQLException {
        server.administer("create database %s owner tenure_owner".formatted(NAME));
        Flyway.configure()
                .dataSource(
                        server.urlOf(NAME),
                        server.owner().user(),
                        server.owner().password())
                .locations("classpath:db/migration")
                .placeholderReplacement(false)
                .target("4")
                .load()
                .migrate();
        superuser = DriverManager.getConnection(
                server.urlOf(NAME),
                server.superuser().user(),
                server.superuser().password());
    }

    /** What the program of today opens it with. */
    DatabaseSettings settings() {
        return new DatabaseSettings(server.urlOf(NAME), server.settings().application(), server.owner(), 4);
    }

    Connection superuser() {
        return superuser;
    }

    void addTenant(String tenant) throws SQLException {
        execute("""
                insert into tenant values ('%1$s', 1, 'T', 'EUR', '{12}', 12, 'none', 0, 'UTC', false, false, now());
                insert into customer (tenant_id, customer_id, version, email, email_key, first_name, last_name, customer_type,
                    last_billing_address, last_shipping_address, active, created_at, updated_at)
                values ('%1$s', 'cust_1', 1, 'a@b.example', 'a@b.example', 'A', 'B', 'individual', '{}', '{}', true, now(), now())
                """.formatted(tenant));
    }

    void addOrder(String tenant, String order) throws SQLException {
        execute("""
                insert into orders (tenant_id, order_id, version, status, order_type, customer_id, customer_type, currency, subtotal,
                    tax_amount, total, contract_value, tax_mode, tax_rate_percent, total_devices, rented_devices, created_at,
                    updated_at, created_by, customer, billing_address, items, remarks, payment)
                values ('%s', '%s', 1, 'pending', 'standard', 'cust_1', 'individual', 'EUR', 0, 0, 0, 0, 'none', 0, 1, 0, now(), now(),
                    'cli', '{}', '{}', '[]', '{}', '{}')""".formatted(tenant, order));
    }

    /** As that release did: the payload is all that the fact says. */
    void addEvent(String tenant, String order, long sequence, String type, String payload) throws SQLException {
        try (PreparedStatement statement = superuser.prepareStatement(
                "insert into order_event values (?, ?, ?, ?, now(), 'cli', 'request-1', null, cast(? as jsonb))")) {
            statement.setString(1, tenant);
            statement.setString(2, order);
            statement.setLong(3, sequence);
            statement.setString(4, type);
            statement.setString(5, payload);
            statement.execute();
        }
    }

    int count(String query) throws SQLException {
        try (Statement statement = superuser.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        superuser.close();
        server.administer("drop database %s with (force)".formatted(NAME));
    }
}
