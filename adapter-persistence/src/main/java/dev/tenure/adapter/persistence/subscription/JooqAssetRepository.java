package dev.tenure.adapter.persistence.subscription;

import static dev.tenure.adapter.persistence.generated.Tables.ASSET;
import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectFrom;
import static org.jooq.impl.DSL.using;

import dev.tenure.adapter.persistence.pipeline.PreparedQuery;
import dev.tenure.adapter.persistence.pipeline.RowArrays;
import dev.tenure.adapter.persistence.pipeline.RowInsert;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.shared.out.Deferred;
import dev.tenure.application.subscription.out.AssetRepository;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.subscription.Asset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jspecify.annotations.Nullable;

/** An asset is one row. */
public final class JooqAssetRepository implements AssetRepository {

    private static final PreparedQuery HELD = PreparedQuery.of(() -> selectFrom(ASSET)
            .where(ASSET.TENANT_ID.eq(""))
            .and(ASSET.SERIAL_NUMBER.eq(any(new String[0])))
            .orderBy(ASSET.SERIAL_NUMBER)
            .forNoKeyUpdate());

    private static final List<Field<?>> COLUMNS = Stream.concat(
                    SubscriptionMapping.ASSET_COLUMNS.stream(), Stream.of(ASSET.VERSION))
            .toList();

    private static final RowInsert INSERTED = RowInsert.into(ASSET, COLUMNS);
    private static final PreparedQuery UPDATED = PreparedQuery.counted(() -> updated());

    private final JooqTransactions transactions;

    public JooqAssetRepository(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Map<SerialNumber, Versioned<Asset>> findAll(Collection<SerialNumber> serialNumbers) {
        return loadAll(serialNumbers).get();
    }

    @Override
    public Deferred<Map<SerialNumber, Versioned<Asset>>> loadAll(Collection<SerialNumber> serialNumbers) {
        return transactions.query(
                HELD,
                JooqAssetRepository::bySerialNumber,
                transactions.tenant(),
                serialNumbers.stream().map(SerialNumber::value).toArray(String[]::new));
    }

    private static Map<SerialNumber, Versioned<Asset>> bySerialNumber(List<Record> rows) {
        return rows.stream()
                .map(row -> new Versioned<>(SubscriptionMapping.asset(row), row.get(ASSET.VERSION)))
                .collect(toMap(asset -> asset.value().serialNumber(), Function.identity()));
    }

    @Override
    public void insertAll(Collection<Asset> assets) {
        if (assets.isEmpty()) {
            return;
        }
        List<Map<Field<?>, @Nullable Object>> rows =
                inOrder(assets).stream().map(asset -> row(asset, 1)).toList();
        transactions.writeOrRetry(INSERTED.of(rows), ASSET.getPrimaryKey().getName(), INSERTED.values(rows));
    }

    @Override
    public void updateAll(Collection<Versioned<Asset>> assets) {
        if (assets.isEmpty()) {
            return;
        }
        RowArrays rows = RowArrays.ofColumns(
                COLUMNS,
                assets.stream()
                        .map(asset -> row(asset.value(), asset.version() + 1))
                        .toList());
        transactions.writeCounted(
                UPDATED,
                assets.size(),
                () -> new Conflict(
                        ApplicationError.CONFLICT,
                        "of %d assets not all are at the version that was read any more".formatted(assets.size())),
                rows.values().toArray());
    }

    // In one order, so that two transactions that register the same do not deadlock.
    private static List<Asset> inOrder(Collection<Asset> assets) {
        return assets.stream()
                .sorted(Comparator.comparing(asset -> asset.serialNumber().value()))
                .toList();
    }

    private static ResultQuery<?> updated() {
        RowArrays rows = RowArrays.ofColumns(COLUMNS);
        return using(SQLDialect.POSTGRES)
                .update(ASSET)
                .set(ASSET.SKU, rows.value(ASSET.SKU))
                .set(ASSET.PRODUCT_NAME, rows.value(ASSET.PRODUCT_NAME))
                .set(ASSET.STATUS, rows.value(ASSET.STATUS))
                .set(ASSET.SUBSCRIPTION_ID, rows.value(ASSET.SUBSCRIPTION_ID))
                .set(ASSET.CUSTOMER_ID, rows.value(ASSET.CUSTOMER_ID))
                .set(ASSET.UPDATED_AT, rows.value(ASSET.UPDATED_AT))
                .set(ASSET.VERSION, rows.value(ASSET.VERSION))
                .from(rows.table())
                .where(ASSET.TENANT_ID.eq(""))
                .and(ASSET.SERIAL_NUMBER.eq(rows.value(ASSET.SERIAL_NUMBER)))
                .and(ASSET.VERSION.eq(rows.value(ASSET.VERSION).minus(inline(1L))))
                .returning(ASSET.SERIAL_NUMBER);
    }

    private static Map<Field<?>, @Nullable Object> row(Asset asset, long version) {
        Map<Field<?>, @Nullable Object> row = SubscriptionMapping.row(asset);
        row.put(ASSET.VERSION, version);
        return row;
    }
}
