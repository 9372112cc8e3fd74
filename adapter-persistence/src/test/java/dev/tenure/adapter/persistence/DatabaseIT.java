package dev.tenure.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.adapter.persistence.DatabaseSettings.Login;
import dev.tenure.adapter.persistence.tenant.InstallationSecrets;
import dev.tenure.adapter.persistence.tenant.JooqTenantRepository;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.shared.out.Unavailable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases as an installation may find them, each new and empty. */
@Timeout(60)
class DatabaseIT {

    private final TestServer server = TestDatabase.server();

    @BeforeEach
    void an_empty_database() throws SQLException {
        server.administer("create database elsewhere owner tenure_owner");
    }

    @AfterEach
    void no_database() throws SQLException {
        server.administer("drop database elsewhere with (force)");
    }

    @Test
    void an_empty_database_is_migrated_once() {
        try (Database database = Database.open(elsewhere(server.settings().application()))) {
            assertThat(database.isUpToDate()).isFalse();
            assertThat(database.migrate()).isEqualTo(Schema.NEWEST);
            assertThat(database.isUpToDate()).isTrue();
            assertThat(database.migrate()).isZero();
        }
        try (Database again = Database.open(elsewhere(server.settings().application()))) {
            assertThat(again.isUpToDate()).isTrue();
            JooqTransactions transactions = again.transactions();
            assertThat(transactions.forInstallation(() -> new JooqTenantRepository(transactions).all()))
                    .isEmpty();
        }
    }

    @Test
    void one_login_that_owns_everything_will_do() {
        try (Database database = Database.open(elsewhere(server.owner()))) {
            assertThat(database.migrate()).isEqualTo(Schema.NEWEST);

            JooqTransactions transactions = database.transactions();

            assertThat(transactions.forInstallation(() -> transactions.sql().fetchValue("select current_user::text")))
                    .isEqualTo("tenure_app");
        }
    }

    @Test
    void a_restricted_login_works_as_itself() throws SQLException {
        server.administer("create role clerk login password 'clerk' in role tenure_app");
        try (Database database = Database.open(elsewhere(new Login("clerk", "clerk")))) {
            database.migrate();

            JooqTransactions transactions = database.transactions();

            assertThat(transactions.forInstallation(() -> transactions.sql().fetchValue("select current_user::text")))
                    .isEqualTo("clerk");
        } finally {
            server.administer("drop role clerk");
        }
    }

    @Test
    void a_login_that_may_do_nothing_is_told_what_it_lacks() throws SQLException {
        server.administer("create role stranger login password 'stranger'");
        try (Database database = Database.open(elsewhere(new Login("stranger", "stranger")))) {
            assertThatThrownBy(database::transactions)
                    .isInstanceOf(DatabaseProblem.class)
                    .hasMessageContaining("Run: tenure migrate");
            assertThat(new Schema(elsewhere(server.owner())).migrate()).isEqualTo(Schema.NEWEST);
            assertThatThrownBy(database::transactions)
                    .isInstanceOf(DatabaseProblem.class)
                    .hasMessageContaining("stranger")
                    .hasMessageContaining("tenure_app");
        } finally {
            server.administer("drop role stranger");
        }
    }

    @Test
    void it_does_not_work_where_row_level_security_would_not_hold() throws SQLException {
        DatabaseSettings settings = elsewhere(server.owner());
        try (Database database = Database.open(settings)) {
            database.migrate();
            assertThatCode(database::transactions).doesNotThrowAnyException();

            server.administer("alter role tenure_app bypassrls");
            assertThatThrownBy(database::transactions)
                    .isInstanceOf(DatabaseProblem.class)
                    .hasMessageContaining("keep tenants apart");
        } finally {
            server.administer("alter role tenure_app nobypassrls");
        }
        try (Database database = Database.open(elsewhere(server.superuser()))) {
            assertThatCode(database::transactions).doesNotThrowAnyException();
            database.transactions().forInstallation(() -> "as tenure_app");
        }
    }

    @Test
    void a_table_without_its_policy_is_noticed() throws SQLException {
        try (Database database = Database.open(elsewhere(server.owner()))) {
            database.migrate();
            change("alter table asset disable row level security");

            assertThatThrownBy(database::transactions)
                    .isInstanceOf(DatabaseProblem.class)
                    .hasMessageContaining("keep tenants apart");
        }
    }

    @Test
    void a_newer_schema_is_left_alone() throws SQLException {
        DatabaseSettings settings = elsewhere(server.settings().application());
        try (Database database = Database.open(settings)) {
            database.migrate();
            change("""
                        insert into flyway_schema_history
                            (installed_rank, version, description, type, script, installed_by, execution_time, success)
                        values (99, '99', 'later', 'SQL', 'V99__later.sql', 'later', 1, true)""");

            problem(database::transactions, "of version 99", "Use a newer Tenure");
            problem(() -> Database.open(settings).close(), "of version 99", "Use a newer Tenure");
        }
    }

    @Test
    void a_history_that_is_not_granted_yet_is_waited_for() throws Exception {
        DatabaseSettings settings = elsewhere(server.settings().application());
        ExecutorService looking = Executors.newSingleThreadExecutor();
        try (Connection onlooker = connection(server.settings().application());
                Connection migrating = connection(server.owner())) {
            for (int time = 1; time <= 20; time++) {
                enter("first_start_" + time, migrating, onlooker);
                Future<?> onlookers = looking.submit(() -> {
                    while (!new Schema(settings).isUpToDate(onlooker)) {
                        Thread.onSpinWait();
                    }
                    return null;
                });
                change(migrating, "create table flyway_schema_history (version text, success boolean)");
                change(migrating, "insert into flyway_schema_history values ('" + Schema.NEWEST + "', true)");
                change(migrating, "grant select on flyway_schema_history to tenure_app");
                onlookers.get();
            }
        } finally {
            looking.shutdownNow();
        }
    }

    private static void enter(String schema, Connection migrating, Connection onlooker) throws SQLException {
        change(migrating, "create schema " + schema);
        change(migrating, "grant usage on schema " + schema + " to tenure_app");
        change(migrating, "set search_path = " + schema);
        change(onlooker, "set search_path = " + schema);
    }

    @Test
    void what_keeps_it_from_connecting_is_said_in_words() {
        Login application = server.settings().application();
        String url = server.urlOf("elsewhere");
        String port = url.substring(url.lastIndexOf(':') + 1, url.lastIndexOf('/'));

        problem(url, new Login(application.user(), "wrong"), "refuses the password of tenure_app");
        problem(url, new Login("nobody-here", "wrong"), "refuses the password of nobody-here");
        problem(server.urlOf("missing"), application, "no such database", "createdb");
        problem(
                "jdbc:postgresql://127.0.0.1:1/tenure",
                application,
                "Nothing answers at jdbc:postgresql://127.0.0.1:1");
        problem("jdbc:postgresql://no-such-host.invalid:" + port + "/tenure", application, "host", "not known");
        problem("postgres://127.0.0.1/tenure", application, "is no URL of a PostgreSQL database");
        problem(server.urlOf("missing") + "?ApplicationName=secret", application, "no such database");
    }

    private static void problem(String url, Login login, String... words) {
        problem(() -> Database.open(DatabaseSettings.of(url, login)).close(), words);
    }

    private static void problem(ThrowingCallable work, String... words) {
        assertThatThrownBy(work)
                .isInstanceOf(DatabaseProblem.class)
                .hasMessageContainingAll(words)
                .hasMessageNotContaining("secret");
    }

    @Test
    void an_owner_who_can_not_log_in_is_named() {
        DatabaseSettings settings = new DatabaseSettings(
                server.urlOf("elsewhere"), server.settings().application(), new Login("tenure_owner", "wrong"), 4);
        try (Database database = Database.open(settings)) {
            problem(database::migrate, "refuses the password of tenure_owner");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 12, 13})
    void an_old_server_is_refused(int version) {
        assertThatThrownBy(() -> Database.requireVersion(version))
                .isInstanceOf(DatabaseProblem.class)
                .hasMessage("Tenure needs PostgreSQL 14 or newer, and this server is PostgreSQL %d.", version);
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18, 30})
    void a_newer_server_will_do(int version) {
        assertThatCode(() -> Database.requireVersion(version)).doesNotThrowAnyException();
    }

    @Test
    void it_answers_a_ping_while_it_is_there() throws SQLException {
        try (Database database = Database.open(elsewhere(server.owner()))) {
            assertThatCode(database::ping).doesNotThrowAnyException();

            server.administer(
                    "alter database elsewhere allow_connections false",
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'elsewhere'");

            assertThatThrownBy(database::ping).isInstanceOf(Unavailable.class);
        }
    }

    @Test
    void all_processes_share_the_secret_of_the_cursors() {
        InstallationSecrets first = new InstallationSecrets(TestDatabase.transactions(), Clock.systemUTC());
        InstallationSecrets second = new InstallationSecrets(TestDatabase.transactions(), Clock.systemUTC());

        assertThat(first.ofCursors()).hasSize(32).isEqualTo(second.ofCursors()).isNotEqualTo(new byte[32]);
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = connection(server.owner())) {
            change(connection, sql);
        }
    }

    private static void change(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connection(Login login) throws SQLException {
        return DriverManager.getConnection(server.urlOf("elsewhere"), login.user(), login.password());
    }

    private DatabaseSettings elsewhere(Login login) {
        return new DatabaseSettings(server.urlOf("elsewhere"), login, server.owner(), 4);
    }
}
