package dev.tenure.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
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
