package dev.tenure.adapter.cli.service;

import dev.tenure.adapter.cli.shared.Context;
import dev.tenure.adapter.cli.shared.Spelling;
import dev.tenure.adapter.json.shared.JsonObject;
import picocli.CommandLine.Command;

/** {@code tenure migrate}. */
@Command(name = "migrate", description = "Bring the database schema up to date.")
public final class MigrateCommand implements Runnable {

    private final Context context;

    public MigrateCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        int count = context.installation().migrate(context.flags(), context.console()::note);
        context.print(
                () -> new JsonObject().value("migrations", count),
                () -> count == 0 ? "the schema is up to date\n" : Spelling.counted(count, "migration") + " applied\n");
    }
}
