package dev.tenure.adapter.persistence.subscription;

import static dev.tenure.adapter.persistence.generated.Tables.ASSET;
import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.any;

import dev.tenure.adapter.persistence.shared.JooqTransactions;
import dev.tenure.adapter.persistence.shared.RowArrays;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.subscription.out.AssetRepository;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.subscription.Asset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** An asset is one row. */
public final class JooqAssetRepository implements AssetRepository {

    private final JooqTransactions transactions;

    public JooqAssetRepository(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Map<SerialNumber, Versioned<Asset>> findAll(Collection<SerialNumber> serialNumbers) {
        return transactions
                .sql()
                .selectFrom(ASSET)
                .where(ASSET.TENANT_ID.eq(transactions.tenant()))
                .and(ASSET.SERIAL_NUMBER.eq(
                        any(serialNumbers.stream().map(SerialNumber::value).toArray(String[]::new))))
                .orderBy(ASSET.SERIAL_NUMBER)
                .forNoKeyUpdate()
                .fetch(row -> new Versioned<>(SubscriptionMapping.asset(row), row.get(ASSET.VERSION)))
                .stream()
                .collect(toMap(asset -> asset.value().serialNumber(), Function.identity()));
    }

    @Override
    public Map<SerialNumber, Versioned<Asset>> findOrRegisterAll(Collection<Asset> candidates) {
        if (candidates.isEmpty()) {
            return Map.of();
        }
        List<Asset> inOrder = candidates.stream()
                .sorted(Comparator.comparing(asset -> asset.serialNumber().value()))
                .toList();
        RowArrays rows =
                RowArrays.of(inOrder.stream().map(asset -> row(asset, 1)).toList());
        Set<String> registered = transactions
                .sql()
                .insertInto(ASSET)
                .columns(rows.columns())
                .select(rows.selected())
                .onConflict(ASSET.TENANT_ID, ASSET.SERIAL_NUMBER)
                .doNothing()
                .returning(ASSET.SERIAL_NUMBER)
                .fetchSet(ASSET.SERIAL_NUMBER);
        Map<SerialNumber, Versioned<Asset>> assets = new HashMap<>();
        List<SerialNumber> others = new ArrayList<>();
        for (Asset candidate : inOrder) {
            if (registered.contains(candidate.serialNumber().value())) {
                assets.put(candidate.serialNumber(), new Versioned<>(candidate, 1));
            } else {
                others.add(candidate.serialNumber());
            }
        }
        if (!others.isEmpty()) {
            // The insert waited for whoever registered it, so this statement sees it; assets are never deleted.
            assets.putAll(findAll(others));
        }
        return assets;
    }

    @Override
    public void updateAll(Collection<Versioned<Asset>> assets) {
        if (assets.isEmpty()) {
            return;
        }
        RowArrays rows = RowArrays.of(assets.stream()
                .map(asset -> row(asset.value(), asset.version() + 1))
                .toList());
        int updated = transactions
                .sql()
                .update(ASSET)
                .set(ASSET.SKU, rows.value(ASSET.SKU))
                .set(ASSET.PRODUCT_NAME, rows.value(ASSET.PRODUCT_NAME))
                .set(ASSET.STATUS, rows.value(ASSET.STATUS))
                .set(ASSET.SUBSCRIPTION_ID, rows.value(ASSET.SUBSCRIPTION_ID))
                .set(ASSET.CUSTOMER_ID, rows.value(ASSET.CUSTOMER_ID))
                .set(ASSET.UPDATED_AT, rows.value(ASSET.UPDATED_AT))
                .set(ASSET.VERSION, rows.value(ASSET.VERSION))
                .from(rows.table())
                .where(ASSET.TENANT_ID.eq(transactions.tenant()))
                .and(ASSET.SERIAL_NUMBER.eq(rows.value(ASSET.SERIAL_NUMBER)))
                .and(ASSET.VERSION.eq(rows.value(ASSET.VERSION).minus(1)))
                .execute();
        if (updated != assets.size()) {
            throw new Conflict(
                    ApplicationError.CONFLICT,
                    "%d of %d assets are no longer at the version that was read"
                            .formatted(assets.size() - updated, assets.size()));
        }
    }

    private static Map<Field<?>, @Nullable Object> row(Asset asset, long version) {
        Map<Field<?>, @Nullable Object> row = SubscriptionMapping.row(asset);
        row.put(ASSET.VERSION, version);
        return row;
    }
}
