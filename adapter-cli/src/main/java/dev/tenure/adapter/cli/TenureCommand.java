package dev.tenure.adapter.cli;

import dev.tenure.adapter.cli.catalog.ProductCommands;
import dev.tenure.adapter.cli.customer.CustomerCommands;
import dev.tenure.adapter.cli.eventlog.EventsCommand;
import dev.tenure.adapter.cli.field.CustomFieldCommands;
import dev.tenure.adapter.cli.importing.ImportCommand;
import dev.tenure.adapter.cli.order.ExportCommand;
import dev.tenure.adapter.cli.order.OrderCommands;
import dev.tenure.adapter.cli.quickstart.QuickstartCommand;
import dev.tenure.adapter.cli.service.ConfigCommand;
import dev.tenure.adapter.cli.service.MigrateCommand;
import dev.tenure.adapter.cli.service.ServeCommand;
import dev.tenure.adapter.cli.shared.CommonOptions;
import dev.tenure.adapter.cli.shared.Console;
import dev.tenure.adapter.cli.shared.Context;
import dev.tenure.adapter.cli.shared.ExitCode;
import dev.tenure.adapter.cli.shared.Failures;
import dev.tenure.adapter.cli.subscription.FulfilCommand;
import dev.tenure.adapter.cli.subscription.SubscriptionCommands;
import dev.tenure.adapter.cli.tenant.ApiKeyCommands;
import dev.tenure.adapter.cli.tenant.TenantCommands;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tenure}: the command line of operators. */
@Command(
        name = "tenure",
        header = "Tenure, an order engine for subscriptions to physical products.",
        footerHeading = "%nStart with: tenure quickstart%n")
public final class TenureCommand implements Runnable {

    private static final int HELP_WIDTH = 100;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it.
    private CommandSpec spec;

    private TenureCommand() {}

    /** Runs one command in this process's terminal and returns the exit code. */
    public static int run(Installation installation, String... args) {
        return run(installation, Terminal.system(), args);
    }

    /** Runs one command in the caller's terminal. */
    public static int run(Installation installation, Terminal terminal, String... args) {
        Console console = new Console(terminal);
        Failures failures = new Failures(console, terminal.isSet("TENURE_DEBUG"), CommonOptions.outputIn(args));
        try {
            CommandLine commandLine = commandLine(installation, terminal, console, failures, args);
            int exitCode = commandLine.execute(args);
            commandLine.getOut().flush();
            return exitCode;
        } catch (RuntimeException failure) {
            return failures.report(failure);
        }
    }

    /** The commands for picocli: the one that is named, or all if none is. */
    static CommandLine commandLine(
            Installation installation, Terminal terminal, Console console, Failures failures, String... args) {
        CommonOptions options = new CommonOptions();
        Context context = new Context(installation, terminal, options, console);
        CommandLine root = new CommandLine(new TenureCommand());
        new CommandTree(root, args).add(commands(context), Map.of("order", underOrder(context)));
        // After the commands, so that all of them inherit these.
        root.addMixin("common", options);
        ValueReaders.addTo(root);
        describe(root.getCommandSpec(), new String[] {"tenure " + installation.version()});
        return root.setUsageHelpWidth(HELP_WIDTH)
                .setColorScheme(Help.defaultColorScheme(terminal.coloured() ? Help.Ansi.ON : Help.Ansi.OFF))
                .setOut(new PrintWriter(console.writer()))
                .setExecutionStrategy(parsed -> {
                    context.start();
                    return new CommandLine.RunLast().execute(parsed);
                })
                .setParameterExceptionHandler((unusable, unread) -> failures.report(unusable))
                .setExecutionExceptionHandler((failure, command, parsed) -> failures.report(failure));
    }

    private static Map<String, Supplier<Object>> commands(Context context) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("quickstart", () -> new QuickstartCommand(context));
        commands.put("serve", () -> new ServeCommand(context));
        commands.put("migrate", () -> new MigrateCommand(context));
        commands.put("config", () -> new ConfigCommand(context));
        commands.put("tenant", () -> new TenantCommands(context));
        commands.put("api-key", () -> new ApiKeyCommands(context));
        commands.put("product", () -> new ProductCommands(context));
        commands.put("order", () -> new OrderCommands(context));
        commands.put("custom-field", () -> new CustomFieldCommands(context));
        commands.put("customer", () -> new CustomerCommands(context));
        commands.put("subscription", () -> new SubscriptionCommands(context));
        return commands;
    }

    private static Map<String, Supplier<Object>> underOrder(Context context) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("events", () -> new EventsCommand(context));
        commands.put("fulfil", () -> new FulfilCommand(context));
        commands.put("import", () -> new ImportCommand(context));
        commands.put("export", () -> new ExportCommand(context));
        return commands;
    }

    /** Without a command: the usage. */
    @Override
    public void run() {
        CommandLine commandLine = spec.commandLine();
        commandLine.usage(commandLine.getOut());
    }

    private static void describe(CommandSpec command, String[] version) {
        command.version(version);
        boolean root = command.parent() == null;
        command.usageMessage()
                .sortOptions(false)
                .abbreviateSynopsis(!root)
                .synopsisSubcommandLabel("COMMAND")
                .exitCodeListHeading(root ? "%nExit codes:%n" : "")
                .exitCodeList(root ? exitCodes() : Map.of());
        command.subcommands().values().forEach(sub -> describe(sub.getCommandSpec(), version));
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        for (ExitCode code : ExitCode.values()) {
            codes.put(String.valueOf(code.number()), code.meaning());
        }
        return codes;
    }
}
