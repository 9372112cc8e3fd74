package dev.tenure.adapter.persistence.transaction;

/** What a transaction is for, and so how long it waits for a row that another one holds. */
enum TransactionKind {
    OF_ONE(5_000),

    /** The others must not wait for what one of them needs. */
    OF_SEVERAL(250),

    DRY_RUN(5_000);

    private final int lockTimeoutMillis;

    TransactionKind(int lockTimeoutMillis) {
        this.lockTimeoutMillis = lockTimeoutMillis;
    }

    int lockTimeoutMillis() {
        return lockTimeoutMillis;
    }
}
