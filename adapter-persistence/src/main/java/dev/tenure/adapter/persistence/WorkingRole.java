package dev.tenure.adapter.persistence;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** The role of transactions, so that row-level security applies for any login. */
final class WorkingRole {

    private static final String APPLICATION = "tenure_app";

    // A role that may act as the owner could switch row-level security off.
    private static final String IS_RESTRICTED = """
            select not exists (select from pg_roles where rolname = current_user and (rolsuper or rolbypassrls))
               and not exists (
                   select from pg_class
                   where oid = 'orders'::regclass
                     and pg_has_role(current_user, relowner, 'member'))""";

    private static final String IS_HELD = """
            select bool_and(relrowsecurity and relforcerowsecurity and row_security_active(pg_class.oid))
            from pg_class
            join pg_attribute on attrelid = pg_class.oid and attname = 'tenant_id'
            where relkind in ('r', 'p')
              and relnamespace = (select relnamespace from pg_class where oid = 'orders'::regclass)
              and relname not in ('tenant', 'api_key')""";

    private static final String HAS_GRANTS = """
            select has_table_privilege('tenant', 'select')
               and has_table_privilege('orders', 'insert')
               and has_table_privilege('event', 'insert')""";

    private static final String MAY_BECOME_APPLICATION = """
            select exists (select from pg_roles where rolname = 'tenure_app')
               and pg_has_role(
                   current_user,
                   (select oid from pg_roles where rolname = 'tenure_app'),
                   case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end)""";

    private final Connection connection;
    private final String login;

    WorkingRole(Connection connection, String login) {
        this.connection = connection;
        this.login = login;
    }

    /** The role to set in each transaction; null if the login itself is restricted. */
    @Nullable
    String choose() throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            String role = null;
            if (!answer(statement, IS_RESTRICTED) || !answer(statement, HAS_GRANTS)) {
                become(statement);
                role = APPLICATION;
            }
            if (!answer(statement, IS_RESTRICTED) || !answer(statement, IS_HELD)) {
                throw new DatabaseProblem(
                        "Row-level security would not keep tenants apart: %s is a superuser, bypasses it or owns the tables, or"
                                        .formatted(role == null ? login : role)
                                + " it was switched off for a table. Tenure does not work like that.");
            }
            return role;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private void become(Statement statement) throws SQLException {
        if (!answer(statement, MAY_BECOME_APPLICATION)) {
            throw new DatabaseProblem(
                    "The login %1$s may not work as the role tenure_app. As its owner or a superuser: grant tenure_app to \"%1$s\""
                            .formatted(login));
        }
        statement.execute("set local role " + APPLICATION);
    }

    private static boolean answer(Statement statement, String question) throws SQLException {
        try (ResultSet row = statement.executeQuery(question)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
