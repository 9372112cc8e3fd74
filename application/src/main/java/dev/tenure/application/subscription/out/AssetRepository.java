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

/** Keeps the assets of the transaction's tenant, each known by its serial number. */
public interface AssetRepository {

    /**
     * Those of these assets that are known, held against other writers until the transaction ends. They are taken hold of in the order
     * of their serial numbers, so that two transactions which want the same ones never wait for each other.
     */
    Map<SerialNumber, Versioned<Asset>> findAll(Collection<SerialNumber> serialNumbers);

    /** As {@link #findAll}, with the answer when it is needed. */
    default Deferred<Map<SerialNumber, Versioned<Asset>>> loadAll(Collection<SerialNumber> serialNumbers) {
        return Deferred.of(findAll(serialNumbers));
    }

    /**
     * Registers assets as they are, no two of one serial number, with the commit at the latest. They are ones that this transaction
     * looked for and did not find; where another has registered one of them meanwhile, the transaction has lost to that one, and its
     * work is run again.
     */
    void insertAll(Collection<Asset> assets);

    /**
     * Updates the assets, with the commit at the latest: an error may come out there.
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
