package dev.tenure.application.tenant.settings;

import static dev.tenure.application.shared.Refusals.brokenFields;
import static dev.tenure.application.tenant.in.SettingsChange.in;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.application.memory.InMemoryTenure;
import dev.tenure.application.tenant.in.CreateTenantCommand;
import dev.tenure.application.tenant.in.SettingsChange;
import dev.tenure.domain.tenant.ContractLengths;
import dev.tenure.domain.tenant.TaxMode;
import dev.tenure.domain.tenant.Tenant;
import dev.tenure.domain.tenant.TenantSettings;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TenantSettingsTest {

    private final InMemoryTenure tenure = InMemoryTenure.empty();

    @Test
    void every_setting_can_be_changed_by_itself() {
        Tenant tenant = create("acme", "Acme", "EUR");
        TenantSettings usual = tenant.settings();

        assertThat(change(in("acme"))).isEqualTo(tenant);
        assertThat(change(in("acme").name("New")).name()).isEqualTo("New");
        assertThat(change(in("acme").currency("EUR")).settings()).isEqualTo(usual);
        assertThat(change(in("acme").defaultContractLength(36)).settings().contractLengths())
                .isEqualTo(new ContractLengths(List.of(6, 12, 24, 36), 36));
        assertThat(change(in("acme").contractLengths(36, 1, 36)).settings().contractLengths())
                .isEqualTo(new ContractLengths(List.of(1, 36), 36));
        assertThat(change(in("acme").timeZone("Pacific/Auckland")).settings().timeZone())
                .isEqualTo(ZoneId.of("Pacific/Auckland"));
        assertThat(change(in("acme").requireConfirmation(true)).settings().requireConfirmation())
                .isTrue();
        assertThat(change(in("acme").requireRegisteredAssets(true)).settings().requireRegisteredAssets())
                .isTrue();
        Tenant last = change(in("acme").tax(TaxMode.INCLUSIVE, "19.5"));

        assertThat(last.settings().tax().ratePercent()).isEqualByComparingTo("19.5");
        assertThat(last.settings().requireConfirmation()).isTrue();
        assertThat(last.name()).isEqualTo("New");
        assertThat(last.createdAt()).isEqualTo(tenant.createdAt());
        assertThat(tenure.useCases().tenants().find().one("acme")).isEqualTo(last);
    }

    @Test
    void all_unusable_settings_are_named_at_once_and_nothing_is_changed() {
        Tenant tenant = create("acme", "Acme", "EUR");

        assertThat(brokenFields(() -> change(in("acme")
                        .name(" ")
                        .currency("EURO")
                        .defaultContractLength(13)
                        .tax(TaxMode.EXCLUSIVE, "101")
                        .timeZone("Mars/Olympus"))))
                .containsExactly(
                        "name invalid",
                        "currency invalid",
                        "contractLengths invalid",
                        "taxRatePercent invalid",
                        "timeZone invalid");
        assertThat(tenure.useCases().tenants().find().one("acme")).isEqualTo(tenant);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "121"})
    void contract_lengths_are_1_to_120_months(int months) {
        create("acme", "Acme", "EUR");

        assertThat(brokenFields(() -> change(in("acme").contractLengths(12, months))))
                .containsExactly("contractLengths invalid");
        assertThat(brokenFields(() -> change(in("acme").contractLengths()))).containsExactly("contractLengths invalid");
        assertThat(brokenFields(() -> change(in("acme").contractLengths(24))))
                .containsExactly("contractLengths invalid");
        assertThat(change(in("acme").contractLengths(1, 12, 120))
                        .settings()
                        .contractLengths()
                        .allowedMonths())
                .containsExactly(1, 12, 120);
    }

    @Test
    @SuppressWarnings("NullAway") // A client leaves out what is required.
    void a_contract_length_must_be_a_number() {
        create("acme", "Acme", "EUR");

        assertThat(brokenFields(() -> change(in("acme").contractLengths(Arrays.asList(12, null)))))
                .containsExactly("contractLengths[1] required");
    }

    @Test
    void the_currency_of_a_tenant_never_changes() {
        create("acme", "Acme", "EUR");

        assertThat(brokenFields(() -> change(in("acme").currency("USD")))).containsExactly("currency invalid");
    }

    private Tenant create(String id, String name, String currency) {
        return tenure.useCases().tenants().create().create(new CreateTenantCommand(id, name, currency));
    }

    private Tenant change(SettingsChange change) {
        return tenure.useCases().tenants().changeSettings().change(change.command());
    }
}
