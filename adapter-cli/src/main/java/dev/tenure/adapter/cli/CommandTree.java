package dev.tenure.adapter.cli;

import dev.tenure.adapter.cli.shared.CommonOptions;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Adds the commands that the arguments name, or all where they name none that there is. Reading the annotations of every command
 * takes longer than most commands do.
 */
final class CommandTree {

    private final CommandLine root;
    private final List<String> words;

    CommandTree(CommandLine root, String... args) {
        this.root = root;
        words = words(args);
    }

    /** The methods of a command that are commands become its subcommands. */
    void add(Map<String, Supplier<Object>> commands) {
        Supplier<Object> named = commands.get(word(0));
        Collection<Supplier<Object>> added = named == null ? commands.values() : List.of(named);
        added.forEach(command -> root.addSubcommand(withSubcommands(command.get())));
    }

    private CommandLine withSubcommands(Object command) {
        CommandLine commandLine = new CommandLine(command);
        List<Method> all = Arrays.stream(command.getClass().getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Command.class))
                .sorted(Comparator.comparing(CommandTree::name))
                .toList();
        List<Method> named =
                all.stream().filter(method -> name(method).equals(word(1))).toList();
        (named.isEmpty() ? all : named)
                .forEach(method -> commandLine.addSubcommand(name(method), new CommandLine(method)));
        return commandLine;
    }

    private String word(int index) {
        return index < words.size() ? words.get(index) : "";
    }

    private static String name(Method method) {
        return method.getAnnotation(Command.class).name();
    }

    /** The arguments that are neither options nor the values of common ones; behind a call for help they count for nothing. */
    private static List<String> words(String... args) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("-h") || args[i].equals("--help")) {
                break;
            }
            if (CommonOptions.TAKING_A_VALUE.contains(args[i])) {
                i++;
            } else if (!args[i].startsWith("-")) {
                words.add(args[i]);
            }
        }
        return words;
    }
}
