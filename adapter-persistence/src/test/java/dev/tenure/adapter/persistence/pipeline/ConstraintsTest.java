package dev.tenure.adapter.persistence.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConstraintsTest {

    private static final String MESSAGE = "duplicate key value violates unique constraint \"asset_pkey_102191\"";

    @Test
    void a_constraint_is_known_by_its_field() {
        assertThat(Constraints.isNamed("asset_pkey", "asset_pkey", null)).isTrue();
        assertThat(Constraints.isNamed("asset_pkey", "variant_sku_key", "asset_pkey"))
                .isFalse();
    }

    @Test
    void a_constraint_of_a_shard_is_known_by_the_message() {
        assertThat(Constraints.isNamed("asset_pkey", null, MESSAGE)).isTrue();
        assertThat(Constraints.isNamed("asset_pkey", "asset_pkey_102191", null)).isTrue();
        assertThat(Constraints.isNamed("pkey", null, MESSAGE)).isFalse();
        assertThat(Constraints.isNamed("asset", null, MESSAGE)).isFalse();
        assertThat(Constraints.isNamed("asset_pkey", null, null)).isFalse();
    }
}
