package dev.tenure.application.memory;

import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.subscription.out.AssetRepository;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.subscription.Asset;
import java.util.Optional;

/** Assets in memory. */
public final class InMemoryAssetRepository implements AssetRepository {

    private final InMemoryStore store;

    public InMemoryAssetRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Optional<Versioned<Asset>> find(SerialNumber serialNumber) {
        return store.assets.get(store.key(serialNumber));
    }

    @Override
    public Versioned<Asset> findOrRegister(Asset candidate) {
        store.requireOwn(candidate.tenantId());
        return find(candidate.serialNumber()).orElseGet(() -> write(candidate, 1));
    }

    @Override
    public void update(Versioned<Asset> asset) {
        store.requireOwn(asset.value().tenantId());
        SerialNumber serialNumber = asset.value().serialNumber();
        if (find(serialNumber).filter(read -> read.version() == asset.version()).isEmpty()) {
            throw new Conflict(
                    ApplicationError.CONFLICT,
                    "asset %s is no longer at version %d".formatted(serialNumber, asset.version()));
        }
        write(asset.value(), asset.version() + 1);
    }

    private Versioned<Asset> write(Asset asset, long version) {
        Versioned<Asset> written = new Versioned<>(asset, version);
        store.assets.put(store.key(asset.serialNumber()), written);
        return written;
    }
}
