package dev.tenure.adapter.cli.service;

import dev.tenure.adapter.cli.Installation;
import dev.tenure.adapter.cli.shared.Context;
import dev.tenure.adapter.json.shared.JsonObject;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tenure serve}. */
@Command(name = "serve", description = "Serve the HTTP API until Ctrl-C.")
public final class ServeCommand implements Runnable {

    private final Context context;

    @Mixin
    private final Address address = new Address();

    @Option(names = "--no-migrate", description = "Leave the schema as it is; another run migrates it.")
    private boolean noMigrate;

    public ServeCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        Installation installation = context.installation();
        Map<String, String> flags = address.addTo(context.flags());
        try (Installation.Server server = installation.serve(flags, !noMigrate, context.console()::note)) {
            context.print(
                    () -> new JsonObject()
                            .value("url", server.uri().toString())
                            .value("version", installation.version()),
                    () -> "tenure %s listens on %s\n".formatted(installation.version(), server.uri()));
            server.awaitStop();
        }
    }
}
