package dev.tenure.application.tenant;

import static dev.tenure.application.shared.Refusals.brokenFields;
import static dev.tenure.application.shared.Refusals.code;
import static dev.tenure.application.tenant.in.SettingsChange.in;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.application.memory.InMemoryTenure;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.tenant.in.CreateTenantCommand;
import dev.tenure.application.tenant.in.SettingsChange;
import dev.tenure.domain.shared.Identifier;
import dev.tenure.domain.shared.Text;
import dev.tenure.domain.tenant.ContractLengths;
import dev.tenure.domain.tenant.TaxMode;
import dev.tenure.domain.tenant.Tenant;
import dev.tenure.domain.tenant.TenantSettings;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantServiceTest {

    private final InMemoryTenure tenure = InMemoryTenure.empty();

    @Test
    void a_new_tenant_has_the_usual_settings_in_its_currency() {
        tenure.clock().set("2025-03-01T12:00:00.123456Z");

        Tenant tenant = create("acme", "Acme", "USD");

        assertThat(tenant.name()).isEqualTo("Acme");
        assertThat(tenant.settings()).isEqualTo(TenantSettings.usual(Currency.getInstance("USD")));
        assertThat(tenant.createdAt()).isEqualTo(Instant.parse("2025-03-01T12:00:00.123Z"));
        assertThat(tenure.useCases().tenants().find().one("acme")).isEqualTo(tenant);
    }

    @Test
    void a_tenant_without_a_name_is_called_by_its_id() {
        assertThat(tenure.useCases()
                        .tenants()
                        .create()
                        .create(new CreateTenantCommand("acme", null, "EUR"))
                        .name())
                .isEqualTo("acme");
    }

    @Test
    void an_id_is_given_once() {
        Tenant first = create("acme", "First", "EUR");

        assertThat(code(() -> create("acme", "Second", "USD"))).isEqualTo(ApplicationError.ALREADY_EXISTS);
        assertThat(tenure.useCases().tenants().find().one("acme")).isEqualTo(first);
    }

    @Test
    void all_that_is_unusable_about_a_new_tenant_is_named_at_once() {
        assertThat(brokenFields(() -> create(" ", "n".repeat(Text.LINE + 1), "")))
                .containsExactly("currency too_small", "id too_small", "name too_big");
        assertThat(brokenFields(() -> create("a b", "na\0me", "EURO")))
                .containsExactly("id invalid", "currency invalid", "name invalid");
        assertThat(brokenFields(() -> create("acme", " ", "EUR"))).containsExactly("name invalid");
        assertThat(tenure.useCases().tenants().find().all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"eur", "XXX", "XAU", "ZZZ", "€"})
    void a_currency_is_an_iso_code_that_prices_can_be_in(String currency) {
        assertThat(brokenFields(() -> create("acme", "Acme", currency))).containsExactly("currency invalid");
    }

    @Test
    void an_id_has_at_most_64_characters() {
        String longest = "t".repeat(Identifier.MAX_LENGTH);

        assertThat(create(longest, "Acme", "EUR").id().value()).isEqualTo(longest);
        assertThat(brokenFields(() -> create(longest + "t", "Acme", "EUR"))).containsExactly("id too_big");
    }

    @Test
    void tenants_are_listed_by_id() {
        create("b", "B", "EUR");
        create("a", "A", "EUR");

        assertThat(tenure.useCases().tenants().find().all().stream().map(Tenant::name))
                .containsExactly("A", "B");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "", "a b", "\0"})
    void a_tenant_that_is_not_there_is_not_found(String id) {
        assertThat(code(() -> tenure.useCases().tenants().find().one(id))).isEqualTo(ApplicationError.NOT_FOUND);
        assertThat(code(() -> change(in(id).name("Name")))).isEqualTo(ApplicationError.NOT_FOUND);
    }

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
