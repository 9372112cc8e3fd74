package dev.tenure.adapter.cli.shared;

import dev.tenure.adapter.cli.Installation;
import dev.tenure.adapter.cli.Terminal;
import dev.tenure.adapter.json.shared.CommandReader;
import dev.tenure.adapter.json.shared.JsonFields;
import dev.tenure.adapter.json.shared.JsonObject;
import dev.tenure.adapter.json.shared.JsonReader;
import dev.tenure.application.UseCases;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.domain.shared.Actor;
import dev.tenure.domain.shared.Permission;
import dev.tenure.domain.shared.TenantId;
import dev.tenure.domain.shared.Text;
import dev.tenure.domain.tenant.Tenant;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a command works with: the installation, the terminal and the common options. */
public final class Context {

    private final Installation installation;
    private final Terminal terminal;
    private final CommonOptions options;
    private final Console console;

    public Context(Installation installation, Terminal terminal, CommonOptions options, Console console) {
        this.installation = installation;
        this.terminal = terminal;
        this.options = options;
        this.console = console;
    }

    /** Call this when the options have been read. */
    public void start() {
        if (options.output == Output.JSON) {
            console.quiet();
        }
    }

    public Installation installation() {
        return installation;
    }

    public Console console() {
        return console;
    }

    public Terminal terminal() {
        return terminal;
    }

    public Output output() {
        return options.output;
    }

    /** Prints the JSON document or the text, whichever was asked for. */
    public void print(Supplier<JsonObject> json, Supplier<String> table) {
        if (options.output == Output.JSON) {
            console.json(json.get());
        } else {
            console.print(table.get());
        }
    }

    /** The settings on the command line, as the installation names them. */
    public Map<String, String> flags() {
        Map<String, String> flags = new LinkedHashMap<>();
        if (options.dataDir != null) {
            flags.put("data-dir", options.dataDir);
        }
        if (options.databaseUrl != null) {
            flags.put("database-url", options.databaseUrl);
        }
        return flags;
    }

    /** The tenant on the command line, if there is one. */
    public @Nullable String tenantOption() {
        return options.tenant;
    }

    /** Runs {@code work} on the open use cases. */
    public <T> T onUseCases(Function<UseCases, T> work) {
        try (Installation.Session session = installation.open(flags(), console::note)) {
            return work.apply(session.useCases());
        }
    }

    /** The tenant's id, from the option or the environment; a tenant is not looked up. */
    public String tenantId() {
        String tenant =
                options.tenant != null ? options.tenant : terminal.environment().getOrDefault("TENURE_TENANT", "");
        if (tenant.isBlank()) {
            throw new UsageProblem(
                    "this command works in one tenant: name it with --tenant ID or set TENURE_TENANT=ID");
        }
        return tenant.strip();
    }

    /** Runs {@code work} in the tenant that the options or the environment name; one that does not exist is refused. */
    public void inTenant(Consumer<InTenant> work) {
        Caller caller = caller(tenantId());
        onUseCases(useCases -> {
            Tenant tenant = useCases.tenants().find().one(caller.tenant().value());
            work.accept(new InTenant(useCases, caller, tenant));
            return tenant;
        });
    }

    /** The person at this terminal, working in a tenant. */
    public static Caller caller(String tenantId) {
        return new Caller(new TenantId(tenantId), actor(), Permission.ALL, null);
    }

    private static Actor actor() {
        String actor = "cli:" + System.getProperty("user.name", "unknown");
        return new Actor(actor.length() <= Text.LINE ? actor : actor.substring(0, Text.LINE));
    }

    /**
     * The input of a command: a file, or standard input for {@code -}.
     *
     * @throws UsageProblem when there is no such file
     */
    public InputStream input(String file) {
        if (file.equals("-")) {
            return terminal.in();
        }
        try {
            return Files.newInputStream(Path.of(file));
        } catch (NoSuchFileException | InvalidPathException missing) {
            throw new UsageProblem("there is no file " + file);
        } catch (IOException unreadable) {
            throw new UsageProblem("the file %s can't be read: %s".formatted(file, unreadable.getMessage()));
        }
    }

    /**
     * The whole input.
     *
     * @throws UsageProblem when it can't be read
     */
    public byte[] bytes(String file, int max) {
        try (InputStream in = input(file)) {
            byte[] bytes = in.readNBytes(max + 1);
            if (bytes.length > max) {
                throw JsonReader.unreadable("must have at most %d bytes".formatted(max));
            }
            return bytes;
        } catch (IOException unreadable) {
            throw new UsageProblem("%s can't be read: %s".formatted(file, unreadable.getMessage()));
        }
    }

    /**
     * The command in a JSON document.
     *
     * @throws InvalidCommand {@code VALIDATION_ERROR} naming every field that can't be read, and every other error
     */
    public <C> C command(String file, Function<JsonFields, C> codec) {
        JsonFields fields = JsonReader.object(withoutMark(bytes(file, JsonReader.MAX_DOCUMENT)));
        return new CommandReader(installation.commandChecks()).command(fields, codec);
    }

    // Some editors begin a file with a byte order mark.
    private static byte[] withoutMark(byte[] document) {
        boolean marked = document.length >= 3
                && document[0] == (byte) 0xef
                && document[1] == (byte) 0xbb
                && document[2] == (byte) 0xbf;
        return marked ? Arrays.copyOfRange(document, 3, document.length) : document;
    }

    /** The use cases, on behalf of the person at this terminal, in one tenant. */
    public record InTenant(UseCases useCases, Caller caller, Tenant tenant) {}
}
