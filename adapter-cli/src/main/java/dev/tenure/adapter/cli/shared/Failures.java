package dev.tenure.adapter.cli.shared;

import java.util.List;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports failures and maps them to exit codes. */
public final class Failures {

    private final Console console;
    private final boolean debug;
    private final Output output;

    /** @param output the shape of error messages; known before the arguments have been read */
    public Failures(Console console, boolean debug, Output output) {
        this.console = console;
        this.debug = debug;
        this.output = output;
    }

    public int report(Throwable failure) {
        if (failure instanceof OutputFailed gone && gone.readerLeft()) {
            return ExitCode.OK.number();
        }
        Problem problem = failure instanceof ParameterException unusable ? usage(unusable) : Problem.of(failure);
        console.report(problem, output);
        if (failure instanceof ParameterException unusable && output == Output.TABLE) {
            hint(unusable);
        }
        if (debug) {
            console.trace(failure);
        }
        return problem.exitCode().number();
    }

    private static Problem usage(ParameterException unusable) {
        String message = unusable instanceof UnmatchedArgumentException unmatched
                ? unmatched(unmatched)
                : String.valueOf(unusable.getMessage());
        return new Problem(ExitCode.USAGE, "USAGE", message, List.of());
    }

    private static String unmatched(UnmatchedArgumentException unmatched) {
        String first = unmatched.getUnmatched().isEmpty()
                ? ""
                : unmatched.getUnmatched().get(0);
        if (first.startsWith("-")) {
            return "there is no option " + first;
        }
        boolean group = !unmatched.getCommandLine().getSubcommands().isEmpty();
        return (group ? "there is no command " : "one argument too many: ") + first;
    }

    private void hint(ParameterException unusable) {
        String suggestions = "";
        if (unusable instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            suggestions = "did you mean: " + String.join(", or ", unmatched.getSuggestions()) + "?\n";
        }
        String command = unusable.getCommandLine().getCommandSpec().qualifiedName();
        console.hint(suggestions + "try: " + command + " --help\n");
    }
}
