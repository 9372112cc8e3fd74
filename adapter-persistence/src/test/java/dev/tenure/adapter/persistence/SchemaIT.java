package dev.tenure.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.adapter.persistence.generated.DefaultSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaIT {

    @Test
    void the_schema_keeps_its_rules() throws SQLException {
        try (Connection connection =
                TestDatabase.server().connect(TestDatabase.server().owner())) {
            assertThat(SchemaLint.violations(connection)).isEmpty();
        }
    }

    @Test
    void every_table_without_a_tenant_is_known_by_name() {
        List<String> tables = DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
                .map(table -> table.getName())
                .toList();

        assertThat(tables).contains("tenant", "api_key", "installation_secret").hasSize(15);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            create table bad (tenant_id text collate "C", id text, primary key (id))  | bad has no tenant_id that is not null
            create table bad (tenant_id text collate "C" not null, id text primary key) | bad has no primary key that begins with tenant_id
            create table bad (tenant_id text collate "C" not null, id text primary key) | bad_pkey is an index that does not begin with tenant_id
            create index bad on orders (total)                                        | bad is an index that does not begin with tenant_id
            alter table orders add constraint bad foreign key (billing_group_id) references tenant | bad is a foreign key that does not begin with tenant_id on both sides
            alter table orders no force row level security                            | orders has no row-level security enabled and forced
            alter table orders disable row level security                             | orders has no row-level security enabled and forced
            drop policy tenant_isolation on orders                                    | orders has no policy, or another one, than that of the tenant for everything
            create policy more on orders using (true)                                 | orders has no policy, or another one, than that of the tenant for everything
            create trigger bad before update on orders execute function suppress_redundant_updates_trigger() | bad is a trigger
            create view bad as select * from orders                                   | bad is a view
            create sequence bad                                                       | bad is a sequence
            create function bad() returns int language sql security definer return 1  | bad is a function with the rights of its owner
            alter table orders add constraint bad unique (tenant_id, order_id) deferrable | bad is a deferrable or an exclusion constraint
            create index bad on orders (tenant_id, total)                             | bad is an index that row-level security bars from comparisons, which are not leakproof
            alter table orders add bad_id text                                        | orders.bad_id is an id that does not compare byte by byte
            alter table orders add bad float8                                         | orders.bad is of a type that is inexact or without a time zone
            alter table orders add bad timestamp                                      | orders.bad is of a type that is inexact or without a time zone
            alter table orders add bad_amount numeric                                 | orders.bad_amount is an amount that is not numeric(18,4)
            grant update on order_event to tenure_app                                 | order_event may be changed by the application, but is only appended to
            grant delete on order_event to tenure_app                                 | order_event may be changed by the application, but is only appended to
            grant update on event to tenure_app                                       | event may be changed by the application, but is only appended to
            grant delete on event to tenure_app                                       | event may be changed by the application, but is only appended to
            grant update (payload) on event to tenure_app                             | event.payload may be changed by the application, but is only appended to
            grant truncate on orders to tenure_app                                    | orders may be more than read and written by the application
            """)
    void a_broken_rule_is_noticed(String change, String violation) throws SQLException {
        try (Connection connection =
                        TestDatabase.server().connect(TestDatabase.server().owner());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(change);

            assertThat(SchemaLint.violations(connection)).contains(violation);

            connection.rollback();
        }
    }

    @Test
    void the_program_knows_the_newest_migration() throws IOException {
        try (Stream<Path> migrations = Files.list(Path.of("src/main/resources/db/migration"))) {
            List<Integer> versions = migrations
                    .map(file -> file.getFileName().toString())
                    .map(name -> Integer.valueOf(name.substring(1, name.indexOf("__"))))
                    .sorted()
                    .toList();

            assertThat(versions).doesNotHaveDuplicates().last().isEqualTo(Schema.NEWEST);
        }
    }
}
