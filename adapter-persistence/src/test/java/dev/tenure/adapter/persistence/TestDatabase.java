package dev.tenure.adapter.persistence;

import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import java.util.List;

/** The migrated database that all tests of this JVM share, with a gate that every statement has to pass. */
public final class TestDatabase {

    private static final TestServer SERVER = TestServer.start();
    private static final Database DATABASE = Database.open(SERVER.settings(), List.of(new StatementGate()));
    private static final JooqTransactions TRANSACTIONS = migrated();

    private TestDatabase() {}

    public static TestServer server() {
        return SERVER;
    }

    public static JooqTransactions transactions() {
        return TRANSACTIONS;
    }

    private static JooqTransactions migrated() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            DATABASE.close();
            SERVER.close();
        }));
        if (DATABASE.migrate() != Schema.NEWEST) {
            throw new AssertionError("a new database is migrated step by step");
        }
        return DATABASE.transactions();
    }
}
