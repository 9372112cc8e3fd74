package dev.tenure.application.memory;

import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.subscription.out.AssetRepository;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.subscription.Asset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Assets in memory. */
public final class InMemoryAssetRepository implements AssetRepository {

    private final InMemoryStore store;

    public InMemoryAssetRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Map<SerialNumber, Versioned<Asset>> findAll(Collection<SerialNumber> serialNumbers) {
        Map<SerialNumber, Versioned<Asset>> found = new HashMap<>();
        for (SerialNumber serialNumber : serialNumbers) {
            store.assets.get(store.key(serialNumber)).ifPresent(asset -> found.put(serialNumber, asset));
        }
        return found;
    }

    @Override
    public void insertAll(Collection<Asset> assets) {
        for (Asset asset : assets) {
            store.requireOwn(asset.tenantId());
            // Transactions in memory run one after another, so nobody was faster.
            if (find(asset.serialNumber()).isPresent()) {
                throw new IllegalStateException("asset %s is registered already".formatted(asset.serialNumber()));
            }
            write(asset, 1);
        }
    }

    @Override
    public void updateAll(Collection<Versioned<Asset>> assets) {
        for (Versioned<Asset> asset : assets) {
            store.requireOwn(asset.value().tenantId());
            SerialNumber serialNumber = asset.value().serialNumber();
            if (find(serialNumber)
                    .filter(read -> read.version() == asset.version())
                    .isEmpty()) {
                throw new Conflict(
                        ApplicationError.CONFLICT,
                        "asset %s is no longer at version %d".formatted(serialNumber, asset.version()));
            }
            write(asset.value(), asset.version() + 1);
        }
    }

    private Versioned<Asset> write(Asset asset, long version) {
        Versioned<Asset> written = new Versioned<>(asset, version);
        store.assets.put(store.key(asset.serialNumber()), written);
        return written;
    }
}
