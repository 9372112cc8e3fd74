package dev.tenure.domain.tenant;

import static dev.tenure.domain.shared.SharedFixtures.EUR;
import static dev.tenure.domain.shared.SharedFixtures.START;
import static dev.tenure.domain.shared.SharedFixtures.USD;
import static dev.tenure.domain.tenant.TenantFixtures.apiKey;
import static dev.tenure.domain.tenant.TenantFixtures.settingsRequiringConfirmation;
import static dev.tenure.domain.tenant.TenantFixtures.tenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.Permission;
import dev.tenure.domain.shared.SharedError;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantTest {

    @Test
    void the_usual_settings_require_nothing() {
        var usual = TenantSettings.usual(EUR);

        assertThat(usual.contractLengths()).isEqualTo(new ContractLengths(List.of(6, 12, 24, 36), 12));
        assertThat(usual.tax()).isEqualTo(TaxSettings.NONE);
        assertThat(usual.timeZone()).hasToString("UTC");
        assertThat(usual.requireConfirmation()).isFalse();
        assertThat(usual.requireRegisteredAssets()).isFalse();
    }

    @Test
    void settings_change_but_the_currency_does_not() {
        var changed = tenant().with(settingsRequiringConfirmation());

        assertThat(changed.settings().requireConfirmation()).isTrue();
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> tenant().with(TenantSettings.usual(USD)))
                .withMessage("the currency of a tenant cannot change: it is EUR");
    }

    @Test
    void a_currency_is_one_that_prices_can_be_in() {
        var gold = Currency.getInstance("XAU");

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> TenantSettings.usual(gold))
                .withMessageContaining("XAU");
    }

    @Test
    void contract_lengths_are_ascending_and_distinct_however_they_were_given() {
        var lengths = new ContractLengths(List.of(24, 6, 24, 12), 24);

        assertThat(lengths).isEqualTo(new ContractLengths(List.of(6, 12, 24), 24));
        assertThat(lengths.allows(6)).isTrue();
        assertThat(lengths.allows(36)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 120})
    void a_contract_length_is_1_to_120_months(int months) {
        assertThat(new ContractLengths(List.of(months), months).allowedMonths()).containsExactly(months);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 121})
    void another_contract_length_is_refused(int months) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new ContractLengths(List.of(12, months), 12))
                .withMessageContaining("1 to 120 months")
                .extracting(InvalidValue::code)
                .isEqualTo(SharedError.VALIDATION_ERROR);
    }

    @Test
    void there_is_a_contract_length_and_the_default_is_one_of_them() {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new ContractLengths(List.of(), 12));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new ContractLengths(List.of(6, 24), 12))
                .satisfies(refusal ->
                        assertThat(refusal.details()).isEqualTo(Map.of("allowed", List.of(6, 24), "given", 12)));
    }

    @ParameterizedTest
    @EnumSource
    void a_scope_is_known_by_its_label(Permission scope) {
        assertThat(Permission.ofLabel(scope.label())).isEqualTo(scope);
        assertThat(scope.label()).matches("[a-z]+:(read|write)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "orders", "ORDERS:READ", "orders:delete", "orders_read"})
    void an_unknown_scope_is_refused_and_the_known_ones_are_named(String label) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> Permission.ofLabel(label))
                .withMessageContaining("customers:read, customers:write, orders:read");
    }

    @Test
    void a_key_is_usable_until_it_expires() {
        var key = new ApiKey(
                "key_1", tenant().id(), "Shop", Permission.ALL, "hash", START, START.plusSeconds(10), null, null);

        assertThat(key.isUsableAt(START.plusSeconds(10).minusMillis(1))).isTrue();
        assertThat(key.isUsableAt(START.plusSeconds(10))).isFalse();
        assertThat(apiKey("key_2").isUsableAt(START.plusSeconds(1_000_000_000))).isTrue();
    }

    @Test
    void a_revoked_key_opens_nothing_and_stays_as_it_is() {
        var revoked = apiKey("key_1").revoked(START.plusSeconds(5));

        assertThat(revoked.isUsableAt(START)).isFalse();
        assertThat(revoked.revokedAt()).isEqualTo(START.plusSeconds(5));
        assertThat(revoked.revoked(START.plusSeconds(9))).isSameAs(revoked);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, ApiKey.MAX_REQUESTS_PER_MINUTE})
    void a_key_may_be_limited_and_the_limit_lifted(int perMinute) {
        var limited = apiKey("key_1").limitedTo(perMinute);

        assertThat(limited.requestsPerMinute()).isEqualTo(perMinute);
        assertThat(limited.revoked(START).requestsPerMinute()).isEqualTo(perMinute);
        assertThat(limited.revoked(START).limitedTo(7).revokedAt()).isEqualTo(START);
        assertThat(limited.limitedTo(null)).isEqualTo(apiKey("key_1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, ApiKey.MAX_REQUESTS_PER_MINUTE + 1})
    void a_limit_out_of_range_is_refused(int perMinute) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> apiKey("key_1").limitedTo(perMinute))
                .withMessage("requests per minute are 1 to 1000000, not " + perMinute)
                .satisfies(refusal -> assertThat(refusal.details()).containsEntry("field", "requestsPerMinute"));
    }
}
