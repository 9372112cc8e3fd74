package dev.tenure.application.contract;

import static dev.tenure.domain.shared.SharedFixtures.EUR;
import static dev.tenure.domain.shared.SharedFixtures.JPY;
import static dev.tenure.domain.shared.SharedFixtures.KWD;
import static dev.tenure.domain.shared.SharedFixtures.START;
import static dev.tenure.domain.shared.SharedFixtures.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.Versioned;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.tenant.ContractLengths;
import dev.tenure.domain.tenant.TaxMode;
import dev.tenure.domain.tenant.TaxSettings;
import dev.tenure.domain.tenant.Tenant;
import dev.tenure.domain.tenant.TenantFixtures;
import dev.tenure.domain.tenant.TenantSettings;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tenants are kept with all their settings. */
public interface TenantRepositoryContract extends StoreContract {

    @Test
    default void a_tenant_is_read_back_as_it_was_written_whatever_its_settings() {
        for (TenantSettings settings : allKindsOfSettings()) {
            Tenant tenant = new Tenant(unusedTenantId(), OrderStories.ODD_TEXT, settings, START);
            inserted(tenant);

            assertThat(found(tenant.id()).value()).isEqualTo(tenant);
        }
    }

    @Test
    default void a_changed_tenant_is_read_back_as_it_was_changed_at_another_version() {
        Tenant tenant =
                TenantFixtures.tenant(unusedTenantId(), allKindsOfSettings().get(0));
        inserted(tenant);

        for (TenantSettings settings : allKindsOfSettings()) {
            Versioned<Tenant> read = found(tenant.id());
            Tenant changed = new Tenant(tenant.id(), "Name of " + settings.currency(), settings, START);
            updated(read.with(changed));

            assertThat(found(tenant.id()).value()).isEqualTo(changed);
            assertThat(found(tenant.id()).version()).isNotEqualTo(read.version());
        }
    }

    @Test
    default void what_is_not_there_is_not_found() {
        TenantId unused = unusedTenantId();

        assertThat(transactions()
                        .<Boolean>forInstallation(() -> tenants().find(unused).isPresent()))
                .isFalse();
    }

    @Test
    default void all_tenants_are_listed_by_id() {
        Tenant one = TenantFixtures.tenant(unusedTenantId(), TenantFixtures.settings());
        Tenant other = TenantFixtures.tenant(unusedTenantId(), TenantFixtures.settingsRequiringConfirmation());
        inserted(one);
        inserted(other);

        List<Tenant> all = transactions().forInstallation(() -> tenants().all());

        assertThat(all).contains(one, other);
        assertThat(all.stream().map(tenant -> tenant.id().value())).isSortedAccordingTo(Comparator.naturalOrder());
    }

    @Test
    default void an_id_that_is_taken_can_not_be_inserted_again() {
        Tenant first = TenantFixtures.tenant(unusedTenantId(), TenantFixtures.settings());
        inserted(first);

        Throwable refused = catchThrowable(
                () -> inserted(TenantFixtures.tenant(first.id(), TenantFixtures.settingsRequiringConfirmation())));

        assertThat(refused).isInstanceOfSatisfying(Conflict.class, conflict -> assertThat(conflict.code())
                .isEqualTo(ApplicationError.ALREADY_EXISTS));
        assertThat(found(first.id()).value()).isEqualTo(first);
    }

    @Test
    default void an_id_that_several_want_at_once_is_given_to_one() {
        TenantId id = unusedTenantId();

        List<Boolean> inserted = Parallel.results(number -> {
            try {
                inserted(TenantFixtures.tenant(id, TenantFixtures.settings()));
                return true;
            } catch (Conflict taken) {
                assertThat(taken.code()).isEqualTo(ApplicationError.ALREADY_EXISTS);
                return false;
            }
        });

        assertThat(inserted).containsOnlyOnce(true);
    }

    @Test
    default void an_update_that_builds_on_an_old_version_is_refused() {
        Tenant tenant = TenantFixtures.tenant(unusedTenantId(), TenantFixtures.settings());
        inserted(tenant);
        Versioned<Tenant> old = found(tenant.id());
        Tenant newer = TenantFixtures.tenant(tenant.id(), TenantFixtures.settingsRequiringConfirmation());
        updated(old.with(newer));

        Throwable refused = catchThrowable(() -> updated(
                old.with(TenantFixtures.tenant(tenant.id(), TenantFixtures.settingsRequiringRegisteredAssets()))));

        assertThat(refused).isInstanceOfSatisfying(Conflict.class, conflict -> assertThat(conflict.code())
                .isEqualTo(ApplicationError.CONFLICT));
        assertThat(found(tenant.id()).value()).isEqualTo(newer);
    }

    @Test
    default void a_tenant_is_found_in_a_transaction_of_its_own_too() {
        TenantId tenant = aTenant();

        assertThat(in(tenant, () -> tenants().find(tenant).orElseThrow())
                        .value()
                        .id())
                .isEqualTo(tenant);
    }

    @Test
    default void nothing_works_outside_a_transaction() {
        Tenant tenant = TenantFixtures.tenant(unusedTenantId(), TenantFixtures.settings());

        assertThatThrownBy(() -> tenants().find(tenant.id())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> tenants().all()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> tenants().insert(tenant)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> tenants().update(new Versioned<>(tenant, 1)))
                .isInstanceOf(IllegalStateException.class);
    }

    private void inserted(Tenant tenant) {
        transactions().<Boolean>forInstallation(() -> {
            tenants().insert(tenant);
            return true;
        });
    }

    private void updated(Versioned<Tenant> tenant) {
        transactions().<Boolean>forInstallation(() -> {
            tenants().update(tenant);
            return true;
        });
    }

    private Versioned<Tenant> found(TenantId id) {
        return transactions().forInstallation(() -> tenants().find(id).orElseThrow());
    }

    private static List<TenantSettings> allKindsOfSettings() {
        return List.of(
                TenantSettings.usual(EUR),
                new TenantSettings(
                        JPY,
                        new ContractLengths(List.of(1), 1),
                        new TaxSettings(TaxMode.EXCLUSIVE, new BigDecimal("10")),
                        ZoneId.of("Asia/Tokyo"),
                        true,
                        false),
                new TenantSettings(
                        KWD,
                        new ContractLengths(List.of(3, 18, 120), 18),
                        new TaxSettings(TaxMode.INCLUSIVE, new BigDecimal("19.1234")),
                        ZoneId.of("America/Argentina/Buenos_Aires"),
                        false,
                        true),
                new TenantSettings(
                        USD,
                        ContractLengths.USUAL,
                        new TaxSettings(TaxMode.EXCLUSIVE, new BigDecimal("100")),
                        ZoneId.of("+05:30"),
                        true,
                        true),
                new TenantSettings(
                        EUR,
                        new ContractLengths(List.of(24, 12), 24),
                        new TaxSettings(TaxMode.INCLUSIVE, new BigDecimal("0.5")),
                        ZoneId.of("Pacific/Auckland"),
                        false,
                        false));
    }
}
