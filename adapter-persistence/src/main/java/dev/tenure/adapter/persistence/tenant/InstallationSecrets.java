package dev.tenure.adapter.persistence.tenant;

import static dev.tenure.adapter.persistence.generated.Tables.INSTALLATION_SECRET;

import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/** Random values that all processes on one database share, each made when it is first needed. */
public final class InstallationSecrets {

    private static final int BYTES = 32;

    private final JooqTransactions transactions;
    private final Clock clock;

    public InstallationSecrets(JooqTransactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The 32 bytes that sign cursors. */
    public byte[] ofCursors() {
        return secret("cursors");
    }

    private byte[] secret(String name) {
        return transactions.forInstallation(() -> known(name).orElseGet(() -> made(name)));
    }

    private Optional<byte[]> known(String name) {
        return transactions
                .sql()
                .select(INSTALLATION_SECRET.VALUE)
                .from(INSTALLATION_SECRET)
                .where(INSTALLATION_SECRET.NAME.eq(name))
                .fetchOptional(INSTALLATION_SECRET.VALUE);
    }

    // Another process may insert it at the same moment; then this insert waits, and the secret of the other one is
    // used.
    private byte[] made(String name) {
        byte[] candidate = new byte[BYTES];
        new SecureRandom().nextBytes(candidate);
        transactions
                .sql()
                .insertInto(INSTALLATION_SECRET)
                .set(INSTALLATION_SECRET.NAME, name)
                .set(INSTALLATION_SECRET.VALUE, candidate)
                .set(INSTALLATION_SECRET.CREATED_AT, clock.instant())
                .onConflict(INSTALLATION_SECRET.NAME)
                .doNothing()
                .execute();
        return known(name).orElseThrow();
    }
}
