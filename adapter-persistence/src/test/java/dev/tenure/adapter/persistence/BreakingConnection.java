package dev.tenure.adapter.persistence;

import dev.tenure.adapter.persistence.pipeline.SettingsForm;
import dev.tenure.adapter.persistence.transaction.Instruments;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.adapter.persistence.transaction.TransactionSettings;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Transactions on a connection that breaks. */
final class BreakingConnection {

    private BreakingConnection() {}

    /** With the commit on its way, before or after the server has heard of it. */
    static JooqTransactions atCommit(boolean heard) throws SQLException {
        Connection connection = connect();
        return on((self, method, arguments) -> {
            if (method.getName().equals("close")) {
                return null;
            }
            Object result = method.invoke(connection, arguments);
            return method.getName().equals("prepareStatement")
                            && String.valueOf(arguments[0]).endsWith("commit")
                    ? breaking(connection, (PreparedStatement) result, heard)
                    : result;
        });
    }

    /** When it is given back. */
    static JooqTransactions atClose() throws SQLException {
        Connection connection = connect();
        return on((self, method, arguments) -> {
            Object result = method.invoke(connection, arguments);
            if (method.getName().equals("close")) {
                throw new SQLException("the connection broke", "08006");
            }
            return result;
        });
    }

    private static Connection connect() throws SQLException {
        return TestDatabase.server().connect(TestDatabase.server().settings().application());
    }

    private static PreparedStatement breaking(Connection connection, PreparedStatement last, boolean heard) {
        return proxy(PreparedStatement.class, (self, method, arguments) -> {
            if (!method.getName().equals("execute")) {
                return method.invoke(last, arguments);
            }
            if (heard) {
                method.invoke(last, arguments);
            }
            connection.close();
            throw new SQLException("the connection broke", "08006");
        });
    }

    private static JooqTransactions on(InvocationHandler handler) {
        Connection breaking = proxy(Connection.class, handler);
        DataSource source = proxy(DataSource.class, (self, method, arguments) -> breaking);
        return new JooqTransactions(
                source, new TransactionSettings(null, SettingsForm.PARAMETERS), Instruments.none(), List.of());
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        InvocationHandler unwrapped = (self, method, arguments) -> {
            try {
                return handler.invoke(self, method, arguments);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        };
        return type.cast(
                Proxy.newProxyInstance(BreakingConnection.class.getClassLoader(), new Class<?>[] {type}, unwrapped));
    }
}
