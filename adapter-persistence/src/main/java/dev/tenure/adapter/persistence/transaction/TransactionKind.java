package dev.tenure.adapter.persistence.transaction;

/** The purpose of a transaction, which determines how long it waits for a locked row. */
enum TransactionKind {
    OF_ONE(5_000),

    /** Short, so that one command with a locked row does not delay the others. */
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
