package dev.tenure.application.subscription.out;

import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.Versioned;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.subscription.Asset;
import java.util.Optional;

/** Keeps the assets of the transaction's tenant, each known by its serial number. */
public interface AssetRepository {

    /** The asset, held against other writers until the transaction ends. */
    Optional<Versioned<Asset>> find(SerialNumber serialNumber);

    /**
     * Registers the candidate and holds it, or gives the asset that has its serial number already, also when another transaction
     * registered that one just now.
     */
    Versioned<Asset> findOrRegister(Asset candidate);

    /** @throws Conflict {@code CONFLICT} when the asset is no longer at the version that was read */
    void update(Versioned<Asset> asset);
}
