package dev.tenure.adapter.persistence.subscription;

import static dev.tenure.adapter.persistence.generated.Tables.ASSET;

import dev.tenure.adapter.persistence.shared.JooqTransactions;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.subscription.out.AssetRepository;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.subscription.Asset;
import java.util.Optional;

/** An asset is one row. */
public final class JooqAssetRepository implements AssetRepository {

    private final JooqTransactions transactions;

    public JooqAssetRepository(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Versioned<Asset>> find(SerialNumber serialNumber) {
        return transactions
                .sql()
                .selectFrom(ASSET)
                .where(ASSET.TENANT_ID.eq(transactions.tenant()))
                .and(ASSET.SERIAL_NUMBER.eq(serialNumber.value()))
                .forNoKeyUpdate()
                .fetchOptional(row -> new Versioned<>(SubscriptionMapping.asset(row), row.get(ASSET.VERSION)));
    }

    @Override
    public Versioned<Asset> findOrRegister(Asset candidate) {
        int inserted = transactions
                .sql()
                .insertInto(ASSET)
                .set(SubscriptionMapping.row(candidate))
                .set(ASSET.VERSION, 1L)
                .onConflict(ASSET.TENANT_ID, ASSET.SERIAL_NUMBER)
                .doNothing()
                .execute();
        // The insert waited for whoever registered it, so the next statement sees it; assets are never deleted.
        return inserted == 1
                ? new Versioned<>(candidate, 1)
                : find(candidate.serialNumber()).orElseThrow();
    }

    @Override
    public void update(Versioned<Asset> asset) {
        int updated = transactions
                .sql()
                .update(ASSET)
                .set(SubscriptionMapping.row(asset.value()))
                .set(ASSET.VERSION, asset.version() + 1)
                .where(ASSET.TENANT_ID.eq(transactions.tenant()))
                .and(ASSET.SERIAL_NUMBER.eq(asset.value().serialNumber().value()))
                .and(ASSET.VERSION.eq(asset.version()))
                .execute();
        if (updated == 0) {
            throw new Conflict(
                    ApplicationError.CONFLICT,
                    "asset %s is no longer at version %d"
                            .formatted(asset.value().serialNumber(), asset.version()));
        }
    }
}
