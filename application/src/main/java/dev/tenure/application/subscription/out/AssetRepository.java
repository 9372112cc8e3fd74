package dev.tenure.application.subscription.out;

import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.shared.out.Deferred;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.subscription.Asset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stores the assets of the transaction's tenant, identified by serial number. */
public interface AssetRepository {

    /**
     * The assets with these serial numbers that exist, locked against other writers until the transaction ends. They
     * are locked in the order of their serial numbers, so that transactions with common assets never deadlock.
     */
    Map<SerialNumber, Versioned<Asset>> findAll(Collection<SerialNumber> serialNumbers);

    /** As {@link #findAll}, deferred. */
    default Deferred<Map<SerialNumber, Versioned<Asset>>> loadAll(Collection<SerialNumber> serialNumbers) {
        return Deferred.of(findAll(serialNumbers));
    }

    /**
     * Inserts assets, with the commit at the latest; their serial numbers must be distinct. This transaction looked for
     * them and did not find them; if another has inserted one of them meanwhile, this one runs its work again.
     */
    void insertAll(Collection<Asset> assets);

    /**
     * Updates the assets, with the commit at the latest, which may throw the error.
     *
     * @throws Conflict {@code CONFLICT} when one of the assets is no longer at the version that was read
     */
    void updateAll(Collection<Versioned<Asset>> assets);

    /** As {@link #findAll} for one. */
    default Optional<Versioned<Asset>> find(SerialNumber serialNumber) {
        return Optional.ofNullable(findAll(List.of(serialNumber)).get(serialNumber));
    }

    /** As {@link #updateAll} for one. */
    default void update(Versioned<Asset> asset) {
        updateAll(List.of(asset));
    }
}
