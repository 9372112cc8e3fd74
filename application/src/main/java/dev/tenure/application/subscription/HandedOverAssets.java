package dev.tenure.application.subscription;

import dev.tenure.application.shared.Versioned;
import dev.tenure.application.subscription.out.AssetRepository;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.subscription.Asset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The assets that one transaction hands over, new and existing. */
public final class HandedOverAssets {

    private final Map<SerialNumber, Versioned<Asset>> existing;
    private final Map<SerialNumber, Asset> handedOver = new LinkedHashMap<>();

    /** @param existing the existing assets among those to hand over, locked */
    public HandedOverAssets(Map<SerialNumber, Versioned<Asset>> existing) {
        this.existing = existing;
    }

    /** A copy to try hand-overs on. */
    HandedOverAssets copy() {
        HandedOverAssets copy = new HandedOverAssets(existing);
        copy.addAll(handedOver);
        return copy;
    }

    /** Accepts the hand-overs of a {@linkplain #copy copy}. */
    void accept(HandedOverAssets attempt) {
        addAll(attempt.handedOver);
    }

    /** The asset after the hand-overs, if it exists. */
    public Optional<Asset> find(SerialNumber serialNumber) {
        return Optional.ofNullable(handedOver.get(serialNumber))
                .or(() -> Optional.ofNullable(existing.get(serialNumber)).map(Versioned::value));
    }

    /** Adds handed-over assets. */
    public void addAll(Map<SerialNumber, Asset> assets) {
        handedOver.putAll(assets);
    }

    /** Inserts the new assets, and updates the existing ones. */
    public void store(AssetRepository assets) {
        assets.insertAll(handedOver.values().stream()
                .filter(asset -> !existing.containsKey(asset.serialNumber()))
                .toList());
        assets.updateAll(handedOver.values().stream()
                .flatMap(asset ->
                        Stream.ofNullable(existing.get(asset.serialNumber())).map(held -> held.with(asset)))
                .toList());
    }
}
