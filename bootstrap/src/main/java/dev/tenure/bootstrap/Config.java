package dev.tenure.bootstrap;

import dev.tenure.adapter.cli.Installation.Setting;
import dev.tenure.adapter.cli.InstallationProblem;
import dev.tenure.adapter.http.server.HttpConfig;
import dev.tenure.adapter.persistence.DatabaseSettings;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The settings of this process. Each is looked for as a flag (if there is one), then in the environment
 * ({@code TENURE_…}), then in {@code tenure.properties}, and otherwise has its default; {@link #settings()} has the
 * source of each.
 */
final class Config {

    /** The settings there are. */
    enum Key {
        DATA_DIR,
        HOST,
        PORT,
        MAX_CONCURRENT_REQUESTS,
        REQUEST_TIMEOUT_SECONDS,
        STOP_TIMEOUT_SECONDS,
        LOG_FORMAT,
        LOG_REQUESTS,
        DATABASE_URL,
        DATABASE_USER,
        DATABASE_PASSWORD,
        DATABASE_OWNER_USER,
        DATABASE_OWNER_PASSWORD,
        DATABASE_POOL_SIZE;

        /** The name as a flag and in the properties file: {@code data-dir}. */
        String property() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The name in the environment: {@code TENURE_DATA_DIR}. */
        String variable() {
            return "TENURE_" + name();
        }
    }

    static final String FILE_VARIABLE = "TENURE_CONFIG";
    private static final String FILE_NAME = "tenure.properties";

    private final Map<String, String> flags;
    private final Map<String, String> environment;
    private final Properties file;
    private final Path fileName;

    /**
     * @throws InstallationProblem when the properties file can't be read or names an unknown setting, or a flag does
     */
    Config(Map<String, String> flags, Map<String, String> environment, Path workingDirectory) {
        this.flags = flags;
        this.environment = environment;
        String named = environment.get(FILE_VARIABLE);
        this.fileName = workingDirectory.resolve(named == null ? FILE_NAME : named);
        this.file = read(fileName, named != null);
        requireKnown(flags.keySet(), "the command line");
        flags.forEach((name, value) -> {
            if (value.isBlank()) {
                throw new InstallationProblem("--%s is given, but blank".formatted(name));
            }
        });
        requireKnown(file.stringPropertyNames(), fileName.toString());
    }

    Path dataDirectory() {
        return Path.of(value(Key.DATA_DIR).orElseGet(this::defaultDataDirectory))
                .toAbsolutePath();
    }

    String host() {
        return value(Key.HOST).orElse(HttpConfig.LOOPBACK);
    }

    int port() {
        return number(Key.PORT, HttpConfig.USUAL_PORT, 0, 65_535);
    }

    int maxConcurrentRequests() {
        return number(Key.MAX_CONCURRENT_REQUESTS, 2 * poolSize(), 1, 10_000);
    }

    int requestTimeoutSeconds() {
        return number(
                Key.REQUEST_TIMEOUT_SECONDS,
                (int) HttpConfig.USUAL.requestTimeout().toSeconds(),
                1,
                3600);
    }

    /** How a server logs; a command at the terminal always logs text. */
    LogSetup.Format logFormat() {
        String format = oneOf(Key.LOG_FORMAT, "json", "text");
        return format.equals("json") ? LogSetup.Format.JSON : LogSetup.Format.TEXT;
    }

    boolean logRequests() {
        return oneOf(Key.LOG_REQUESTS, "true", "false").equals("true");
    }

    int stopTimeoutSeconds() {
        return number(Key.STOP_TIMEOUT_SECONDS, 10, 0, 3600);
    }

    int poolSize() {
        return number(Key.DATABASE_POOL_SIZE, DatabaseSettings.USUAL_POOL_SIZE, 1, 1000);
    }

    /** The operator's own PostgreSQL; empty for the embedded one. */
    Optional<ExternalDatabase> externalDatabase() {
        return value(Key.DATABASE_URL).map(url -> {
            String user = value(Key.DATABASE_USER)
                    .orElseThrow(() -> new InstallationProblem("%s is set, so %s is needed too"
                            .formatted(Key.DATABASE_URL.variable(), Key.DATABASE_USER.variable())));
            String password = value(Key.DATABASE_PASSWORD).orElse(null);
            return new ExternalDatabase(
                    url.startsWith("jdbc:") ? url : "jdbc:" + url,
                    user,
                    password,
                    value(Key.DATABASE_OWNER_USER).orElse(user),
                    value(Key.DATABASE_OWNER_PASSWORD)
                            .or(() -> Optional.ofNullable(password))
                            .orElse(null));
        });
    }

    /**
     * The address of an external PostgreSQL, the login of the application and the login that owns the schema; without a
     * password the driver decides.
     */
    record ExternalDatabase(
            String url,
            String user,
            @Nullable String password,
            String ownerUser,
            @Nullable String ownerPassword) {}

    /** Every setting, for {@code tenure config}, which masks what is secret. */
    List<Setting> settings() {
        List<Setting> settings = new ArrayList<>();
        for (Key key : Key.values()) {
            String value = value(key).orElseGet(() -> defaultValue(key));
            settings.add(new Setting(key.property(), value, source(key)));
        }
        return settings;
    }

    private String defaultValue(Key key) {
        return switch (key) {
            case DATA_DIR -> defaultDataDirectory();
            case HOST -> host();
            case PORT -> Integer.toString(port());
            case MAX_CONCURRENT_REQUESTS -> Integer.toString(maxConcurrentRequests());
            case REQUEST_TIMEOUT_SECONDS -> Integer.toString(requestTimeoutSeconds());
            case LOG_FORMAT -> "json for serve, otherwise text";
            case LOG_REQUESTS -> Boolean.toString(logRequests());
            case STOP_TIMEOUT_SECONDS -> Integer.toString(stopTimeoutSeconds());
            case DATABASE_POOL_SIZE -> Integer.toString(poolSize());
            case DATABASE_URL -> "(embedded)";
            case DATABASE_USER, DATABASE_PASSWORD, DATABASE_OWNER_PASSWORD -> "";
            case DATABASE_OWNER_USER -> "(as the application's)";
        };
    }

    private Optional<String> value(Key key) {
        return find(key).map(Setting::value);
    }

    private String source(Key key) {
        return find(key).map(Setting::source).orElse("default");
    }

    // A blank value is no value, in every source.
    private Optional<Setting> find(Key key) {
        String name = key.property();
        return setting(name, flags.get(name), "flag --" + name)
                .or(() -> setting(name, environment.get(key.variable()), "environment " + key.variable()))
                .or(() -> setting(name, file.getProperty(name), "file " + fileName));
    }

    private static Optional<Setting> setting(String name, @Nullable String value, String source) {
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(new Setting(name, value, source));
    }

    /** The first is the default. */
    private String oneOf(Key key, String first, String second) {
        String text = value(key).orElse(first).strip();
        if (text.equals(first) || text.equals(second)) {
            return text;
        }
        throw new InstallationProblem(
                "%s must be %s or %s, not %s (%s)".formatted(key.property(), first, second, text, source(key)));
    }

    private int number(Key key, int otherwise, int min, int max) {
        Optional<String> text = value(key);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text.get().strip());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // The refusal is below.
        }
        throw new InstallationProblem(
                "%s must be %d to %d, not %s (%s)".formatted(key.property(), min, max, text.get(), source(key)));
    }

    private String defaultDataDirectory() {
        String xdg = environment.get("XDG_DATA_HOME");
        String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
        Path base = xdg == null || xdg.isBlank() ? Path.of(home, ".local", "share") : Path.of(xdg);
        return base.resolve("tenure").toString();
    }

    private static Properties read(Path path, boolean required) {
        Properties properties = new Properties();
        if (required || Files.isRegularFile(path)) {
            try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException unreadable) {
                throw new InstallationProblem("can't read %s: %s".formatted(path, unreadable.getMessage()), unreadable);
            }
        }
        return properties;
    }

    private static void requireKnown(Iterable<String> names, String where) {
        List<String> known = Arrays.stream(Key.values()).map(Key::property).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new InstallationProblem("%s names an unknown setting, %s; there are %s"
                        .formatted(where, name, known.stream().collect(Collectors.joining(", "))));
            }
        }
    }
}
