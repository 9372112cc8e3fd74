package dev.tenure.adapter.cli.shared;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command has, before or after its name. */
public final class CommonOptions {

    /** Those that take the next argument as their value. */
    public static final Set<String> TAKING_A_VALUE =
            Set.of("--tenant", "-o", "--output", "--data-dir", "--database-url");

    @Option(
            names = "--tenant",
            paramLabel = "ID",
            scope = ScopeType.INHERIT,
            order = 100,
            description = "The tenant to work in; or set TENURE_TENANT.")
    @Nullable
    String tenant;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "table|json",
            scope = ScopeType.INHERIT,
            order = 101,
            description = "How results are printed: table (default) or json.")
    Output output = Output.TABLE;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            order = 102,
            description = "Where the embedded database is stored; or set TENURE_DATA_DIR.")
    @Nullable
    String dataDir;

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            order = 103,
            description = "A PostgreSQL server to use instead of the embedded one; or set TENURE_DATABASE_URL.")
    @Nullable
    String databaseUrl;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            order = 104,
            description = "Show this help.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            scope = ScopeType.INHERIT,
            order = 105,
            description = "Show the version.")
    boolean version;

    /** The output format in arguments that could not be parsed completely. */
    public static Output outputIn(String... args) {
        for (int i = 0; i < args.length; i++) {
            boolean next = args[i].equals("-o") || args[i].equals("--output");
            boolean json = next
                    ? i + 1 < args.length && args[i + 1].equalsIgnoreCase("json")
                    : args[i].toLowerCase(Locale.ROOT).matches("(-o=?|--output=)json");
            if (json) {
                return Output.JSON;
            }
        }
        return Output.TABLE;
    }
}
