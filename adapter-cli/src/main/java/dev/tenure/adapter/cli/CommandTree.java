package dev.tenure.adapter.cli;

import dev.tenure.adapter.cli.shared.CommonOptions;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * Adds the commands that the arguments name, or all if they name no known one. Reading the annotations of every command
 * takes longer than most commands do.
 */
final class CommandTree {

    private final CommandLine root;
    private final List<String> words;

    CommandTree(CommandLine root, String... args) {
        this.root = root;
        words = words(args);
    }

    /**
     * The methods of a command that are commands become its subcommands, and so do the classes that are given for it.
     *
     * @param more by the name of a command, and then by the name of the subcommand
     */
    void add(Map<String, Supplier<Object>> commands, Map<String, Map<String, Supplier<Object>>> more) {
        commands.forEach((name, command) -> {
            if (!commands.containsKey(word(0)) || name.equals(word(0))) {
                root.addSubcommand(withSubcommands(command, more.getOrDefault(name, Map.of())));
            }
        });
    }

    private CommandLine withSubcommands(Supplier<Object> supplier, Map<String, Supplier<Object>> more) {
        Object command = supplier.get();
        CommandLine commandLine = new CommandLine(command);
        if (more.containsKey(word(1))) {
            return commandLine.addSubcommand(
                    word(1), Objects.requireNonNull(more.get(word(1))).get());
        }
        List<Method> all = Arrays.stream(command.getClass().getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Command.class))
                .sorted(Comparator.comparing(CommandTree::name))
                .toList();
        List<Method> named =
                all.stream().filter(method -> name(method).equals(word(1))).toList();
        (named.isEmpty() ? all : named)
                .forEach(method -> commandLine.addSubcommand(name(method), new CommandLine(method)));
        if (named.isEmpty()) {
            more.forEach((name, sub) -> commandLine.addSubcommand(name, sub.get()));
        }
        return commandLine;
    }

    private String word(int index) {
        return index < words.size() ? words.get(index) : "";
    }

    private static String name(Method method) {
        return method.getAnnotation(Command.class).name();
    }

    /**
     * The arguments that are neither options nor values of common options; those after a request for help are ignored.
     */
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
