package dev.tenure.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementGateTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from orders",
                "select * from \"orders\" where \"orders\".\"order_id\" = ?",
                "select * from \"variant\" join \"product\" on true where \"variant\".\"tenant_id\" = ?",
                "update \"orders\" set \"tenant_id\" = \"tenant_id\"",
                "delete from \"variant\" where \"product_id\" = ?",
                "insert into \"orders\" (\"order_id\", \"status\") values (?, ?)",
            })
    void a_statement_that_does_not_name_the_tenant_is_refused(String sql) {
        assertThat(StatementGate.objection(sql)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            update "asset" set "at" = cast("given"."at" as timestamp) from unnest(?) as "given" ("at") where "asset"."tenant_id" = ? | an update that casts a column
            update "product" set "tenant_id" = ?, "name" = ? where "product"."tenant_id" = ? | an update that sets the tenant
            insert into "variant" ("tenant_id") values (?) on conflict ("tenant_id") do update set "sku" = excluded."sku", "tenant_id" = excluded."tenant_id" | an update that sets the tenant
            update "api_key" set "revoked_at" = coalesce("api_key"."revoked_at", cast(? as timestamp with time zone)) where "key_id" = ? | a cast inside coalesce
            insert into "asset" ("tenant_id", "sku") select ?, "given"."sku" from unnest(?) as "given" ("sku") | an insert from arrays
            set plan_cache_mode = force_generic_plan | a setting of the session
            reset plan_cache_mode | a setting of the session
            select set_config('tenure.tenant_id', ?, false) | a setting of the session
            select set_config('role', ?, false), set_config('lock_timeout', ?, true) | a setting of the session
            """)
    void a_statement_that_a_distributed_server_does_not_run_is_refused(String sql, String objection) {
        assertThat(StatementGate.objection(sql))
                .hasValueSatisfying(said -> assertThat(said).contains(objection));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update \"asset\" set \"sku\" = \"given\".\"sku\" from unnest(cast(? as text[])) as \"given\" (\"sku\")"
                        + " where (\"asset\".\"tenant_id\" = ? and true)",
                "insert into \"asset\" (\"tenant_id\", \"sku\") select \"tenant\".\"tenant_id\", \"given\".\"sku\""
                        + " from unnest(?) as \"given\" (\"sku\"), \"tenant\" where \"tenant\".\"tenant_id\" = ?",
                "set local lock_timeout = 250",
                "select set_config('tenure.tenant_id', ?, true), set_config('lock_timeout', ?, true)",
            })
    void a_statement_that_one_runs_passes(String sql) {
        assertThat(StatementGate.objection(sql)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from \"tenant\" where \"tenant\".\"tenant_id\" = ?",
                "select * from \"tenant\"",
                "select * from \"api_key\" where \"api_key\".\"key_id\" = ?",
                "select * from \"orders\" where (\"orders\".\"tenant_id\" = ? and \"orders\".\"order_id\" = ?)",
                "insert into \"orders\" (\"tenant_id\", \"order_id\") values (?, ?)",
            })
    void a_statement_that_names_it_passes(String sql) {
        assertThat(StatementGate.objection(sql)).isEmpty();
    }
}
