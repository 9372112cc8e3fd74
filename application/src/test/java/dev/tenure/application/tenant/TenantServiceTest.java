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
import dev.tenure.domain.tenant.Tenant;
import dev.tenure.domain.tenant.TenantSettings;
import java.time.Instant;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    private Tenant create(String id, String name, String currency) {
        return tenure.useCases().tenants().create().create(new CreateTenantCommand(id, name, currency));
    }

    private Tenant change(SettingsChange change) {
        return tenure.useCases().tenants().changeSettings().change(change.command());
    }
}
