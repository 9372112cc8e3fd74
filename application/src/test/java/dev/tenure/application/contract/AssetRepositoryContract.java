package dev.tenure.application.contract;

import static dev.tenure.domain.customer.CustomerFixtures.petersId;
import static dev.tenure.domain.shared.SharedFixtures.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.subscription.out.AssetRepository;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.shared.SubscriptionId;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.subscription.Asset;
import dev.tenure.domain.subscription.AssetStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One serial number is one asset. */
public interface AssetRepositoryContract extends StoreWithCustomersContract {

    AssetRepository assets();

    @Test
    default void an_asset_is_read_back_as_it_was_registered() {
        TenantId tenant = aTenantWithCustomers();
        Asset asset = asset(tenant, OrderStories.ODD_TEXT, "SKU-1");

        Versioned<Asset> registered = findOrRegister(asset);

        assertThat(registered.value()).isEqualTo(asset);
        assertThat(found(tenant, OrderStories.ODD_TEXT)).isEqualTo(registered);
    }

    @Test
    default void a_serial_number_that_is_known_gives_the_asset_that_has_it() {
        TenantId tenant = aTenantWithCustomers();
        Versioned<Asset> first = findOrRegister(asset(tenant, "SN-1", "SKU-1"));

        Versioned<Asset> second = findOrRegister(asset(tenant, "SN-1", "SKU-2"));

        assertThat(second).isEqualTo(first);
    }

    @Test
    default void serial_numbers_are_told_apart_exactly() {
        TenantId tenant = aTenantWithCustomers();
        findOrRegister(asset(tenant, "sn-1", "SKU-1"));

        assertThat(in(tenant, () -> assets().find(new SerialNumber("SN-1")))).isEmpty();
        assertThat(findOrRegister(asset(tenant, "SN-1", "SKU-2")).value().sku()).isEqualTo(new Sku("SKU-2"));
    }

    @Test
    default void candidates_of_one_serial_number_in_parallel_end_with_one_asset() {
        TenantId tenant = aTenantWithCustomers();

        List<Versioned<Asset>> given =
                Parallel.results(number -> findOrRegister(asset(tenant, "SN-1", "SKU-" + number)));

        assertThat(given.stream().distinct()).hasSize(1);
        assertThat(found(tenant, "SN-1")).isEqualTo(given.get(0));
    }

    @Test
    default void assets_that_nobody_knew_are_registered_as_they_are() {
        TenantId tenant = aTenantWithCustomers();
        Asset rented = asset(tenant, "SN-1", "SKU-1")
                .handOver(new Sku("SKU-1"), new SubscriptionId("sub_1"), petersId(), START.plusSeconds(5));

        within(tenant, () -> assets().insertAll(List.of(rented, asset(tenant, "SN-0", "SKU-0"))));

        assertThat(found(tenant, "SN-1").value()).isEqualTo(rented);
        assertThat(found(tenant, "SN-0").value()).isEqualTo(asset(tenant, "SN-0", "SKU-0"));
    }

    @Test
    default void who_finds_out_that_another_registered_an_asset_meanwhile_looks_again() {
        TenantId tenant = aTenantWithCustomers();

        List<Boolean> registered = Parallel.results(number -> in(tenant, () -> {
            boolean known = assets().find(new SerialNumber("SN-1")).isPresent();
            assets().insertAll(known ? List.of() : List.of(asset(tenant, "SN-1", "SKU-" + number)));
            return !known;
        }));

        assertThat(registered).containsOnlyOnce(true);
        assertThat(in(tenant, () -> assets().find(new SerialNumber("SN-1")))).isPresent();
    }

    @Test
    default void what_is_not_there_is_not_found() {
        TenantId tenant = aTenantWithCustomers();

        assertThat(in(tenant, () -> assets().find(new SerialNumber("SN-NONE")))).isEmpty();
    }

    @Test
    default void an_asset_is_read_back_as_it_was_changed_whatever_its_status() {
        TenantId tenant = aTenantWithCustomers();
        findOrRegister(asset(tenant, "SN-1", "SKU-1"));

        for (AssetStatus status : AssetStatus.values()) {
            Versioned<Asset> read = found(tenant, "SN-1");
            boolean rented = status == AssetStatus.RENTED_OUT;
            Asset changed = new Asset(
                    tenant,
                    new SerialNumber("SN-1"),
                    new Sku("SKU-" + status),
                    "Product " + status,
                    status,
                    rented ? new SubscriptionId("sub_1") : null,
                    rented ? petersId() : null,
                    read.value().createdAt(),
                    START.plusSeconds(60));

            within(tenant, () -> assets().update(read.with(changed)));

            assertThat(found(tenant, "SN-1").value()).isEqualTo(changed);
            assertThat(found(tenant, "SN-1").version()).isNotEqualTo(read.version());
        }
    }

    @Test
    default void an_asset_can_be_changed_in_the_transaction_that_registered_it() {
        TenantId tenant = aTenantWithCustomers();
        Asset candidate = asset(tenant, "SN-1", "SKU-1");
        Asset rented =
                candidate.handOver(candidate.sku(), new SubscriptionId("sub_1"), petersId(), START.plusSeconds(5));

        within(tenant, () -> assets().update(
                        FindOrInsert.findOrInsert(assets(), candidate).with(rented)));

        assertThat(found(tenant, "SN-1").value()).isEqualTo(rented);
    }

    @Test
    default void an_update_that_builds_on_an_old_version_is_refused() {
        TenantId tenant = aTenantWithCustomers();
        Versioned<Asset> old = findOrRegister(asset(tenant, "SN-1", "SKU-1"));
        Asset newer = old.value().handOver(new Sku("SKU-1"), new SubscriptionId("sub_1"), petersId(), START);
        within(tenant, () -> assets().update(old.with(newer)));

        Throwable refused = catchThrowable(() -> within(tenant, () -> assets().update(old)));

        assertThat(refused).isInstanceOfSatisfying(Conflict.class, conflict -> assertThat(conflict.code())
                .isEqualTo(ApplicationError.CONFLICT));
        assertThat(found(tenant, "SN-1").value()).isEqualTo(newer);
    }

    @Test
    default void changes_of_one_asset_in_parallel_happen_one_after_another() {
        TenantId tenant = aTenantWithCustomers();

        List<Long> versions = Parallel.results(number -> in(tenant, () -> {
            Versioned<Asset> held = FindOrInsert.findOrInsert(assets(), asset(tenant, "SN-1", "SKU-1"));
            assets().update(held);
            return held.version();
        }));

        assertThat(versions).doesNotHaveDuplicates();
    }

    @Test
    default void tenants_do_not_see_each_others_assets() {
        TenantId tenant = aTenantWithCustomers();
        TenantId other = aTenantWithCustomers();
        Versioned<Asset> mine = findOrRegister(asset(tenant, "SN-1", "SKU-MINE"));

        assertThat(in(other, () -> assets().find(new SerialNumber("SN-1")))).isEmpty();
        assertThat(findOrRegister(asset(other, "SN-1", "SKU-THEIRS")).value().sku())
                .isEqualTo(new Sku("SKU-THEIRS"));
        assertThat(found(tenant, "SN-1")).isEqualTo(mine);
    }

    @Test
    default void an_asset_can_not_be_written_for_another_tenant() {
        TenantId tenant = aTenantWithCustomers();
        TenantId other = aTenantWithCustomers();
        Asset theirs = asset(other, "SN-1", "SKU-1");

        assertThatThrownBy(() -> in(tenant, () -> FindOrInsert.findOrInsert(assets(), theirs)))
                .isInstanceOf(RuntimeException.class);

        assertThat(in(tenant, () -> assets().find(new SerialNumber("SN-1")))).isEmpty();
        assertThat(in(other, () -> assets().find(new SerialNumber("SN-1")))).isEmpty();
    }

    @Test
    default void nothing_works_outside_a_transaction() {
        Asset asset = asset(aTenantWithCustomers(), "SN-1", "SKU-1");

        assertThatThrownBy(() -> assets().find(asset.serialNumber())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> FindOrInsert.findOrInsert(assets(), asset)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> assets().update(new Versioned<>(asset, 1))).isInstanceOf(IllegalStateException.class);
    }

    private Versioned<Asset> findOrRegister(Asset candidate) {
        return in(candidate.tenantId(), () -> FindOrInsert.findOrInsert(assets(), candidate));
    }

    private Versioned<Asset> found(TenantId tenant, String serialNumber) {
        return in(tenant, () -> assets().find(new SerialNumber(serialNumber)).orElseThrow());
    }

    private static Asset asset(TenantId tenant, String serialNumber, String sku) {
        return Asset.register(
                tenant, new SerialNumber(serialNumber), new Sku(sku), "Product of \"" + sku + "\"", START);
    }
}
