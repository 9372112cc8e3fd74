package dev.tenure.adapter.persistence.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The three logins of a data directory, stored in its file {@code credentials}. */
record Logins(Credentials superuser, Credentials owner, Credentials application) {

    private static final String SUPERUSER = "postgres";
    private static final String OWNER = "tenure_owner";
    private static final String APPLICATION = "tenure_app";

    static Logins of(DataDirectory directory) throws IOException {
        Path file = directory.credentials();
        if (!Files.exists(file)) {
            if (Files.exists(directory.cluster())) {
                throw new EmbeddedPostgresException(
                        ("%s is missing, and without its passwords the database in %s cannot be"
                                        + " opened. Restore that file, or choose another --data-dir.")
                                .formatted(file, directory.cluster()));
            }
            directory.write(
                    file,
                    "# The passwords of the embedded PostgreSQL. Keep this file together with postgres/.%n%s=%s%n%s=%s%n%s=%s%n"
                            .formatted(SUPERUSER, random(), OWNER, random(), APPLICATION, random()));
        }
        Properties passwords = new Properties();
        try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
            passwords.load(reader);
        }
        return new Logins(
                login(SUPERUSER, passwords, file), login(OWNER, passwords, file), login(APPLICATION, passwords, file));
    }

    private static Credentials login(String user, Properties passwords, Path file) {
        String password = passwords.getProperty(user);
        if (password == null || !password.matches("[0-9a-f]+")) {
            throw new EmbeddedPostgresException(
                    "%s has no usable password for %s. Restore that file, or choose another --data-dir."
                            .formatted(file, user));
        }
        return new Credentials(user, password);
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
