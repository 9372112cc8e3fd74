package dev.tenure.adapter.persistence.tenant;

import static dev.tenure.adapter.persistence.generated.Tables.INSTALLATION_SECRET;

import dev.tenure.adapter.persistence.shared.JooqTransactions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jooq.DSLContext;

/** Random values that all processes on one database share, each made by whoever asks for it first. */
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
        byte[] candidate = new byte[BYTES];
        new SecureRandom().nextBytes(candidate);
        Instant now = clock.instant();
        return transactions.forInstallation(() -> {
            DSLContext sql = transactions.sql();
            sql.insertInto(INSTALLATION_SECRET)
                    .set(INSTALLATION_SECRET.NAME, name)
                    .set(INSTALLATION_SECRET.VALUE, candidate)
                    .set(INSTALLATION_SECRET.CREATED_AT, now)
                    .onConflict(INSTALLATION_SECRET.NAME)
                    .doNothing()
                    .execute();
            return Objects.requireNonNull(sql.select(INSTALLATION_SECRET.VALUE)
                    .from(INSTALLATION_SECRET)
                    .where(INSTALLATION_SECRET.NAME.eq(name))
                    .fetchSingle()
                    .value1());
        });
    }
}
