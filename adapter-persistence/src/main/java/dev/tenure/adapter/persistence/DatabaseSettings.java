package dev.tenure.adapter.persistence;

import org.jspecify.annotations.Nullable;

/**
 * The address and the logins of the database.
 *
 * @param jdbcUrl for example {@code jdbc:postgresql://db.example.com:5432/tenure}
 * @param application works with the data
 * @param owner owns the tables and migrates them; may be the same login
 * @param poolSize the most connections that are open at once
 */
public record DatabaseSettings(String jdbcUrl, Login application, Login owner, int poolSize) {

    public static final int USUAL_POOL_SIZE = 16;

    /** A user of the database server; without a password if the server needs none or the URL has it. */
    public record Login(String user, @Nullable String password) {

        /** Leaves the password out, because records end up in logs. */
        @Override
        public String toString() {
            return "Login[user=" + user + "]";
        }
    }

    /** One login for everything. */
    public static DatabaseSettings of(String jdbcUrl, Login login) {
        return new DatabaseSettings(jdbcUrl, login, login, USUAL_POOL_SIZE);
    }

    /** The URL without its parameters, which may hold a password. */
    String place() {
        int parameters = jdbcUrl.indexOf('?');
        return parameters < 0 ? jdbcUrl : jdbcUrl.substring(0, parameters);
    }
}
