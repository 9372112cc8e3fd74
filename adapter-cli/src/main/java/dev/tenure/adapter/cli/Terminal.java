package dev.tenure.adapter.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Where a command reads and writes. Text is UTF-8 in every locale, so these are bytes.
 *
 * @param interactive whether {@code out} is a terminal; called only when needed
 */
public record Terminal(
        InputStream in,
        OutputStream out,
        OutputStream err,
        Map<String, String> environment,
        BooleanSupplier interactive) {

    private static final Path STANDARD_OUTPUT = Path.of("/proc/self/fd/1");

    /** The terminal of this process. */
    public static Terminal system() {
        return new Terminal(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                System.getenv(),
                Terminal::isStandardOutputATerminal);
    }

    /** Whether output may be coloured: on a terminal with colours, unless {@code NO_COLOR} is set. */
    public boolean coloured() {
        return !isSet("NO_COLOR") && !"dumb".equals(environment.get("TERM")) && interactive.getAsBoolean();
    }

    /** Whether a switch such as {@code TENURE_DEBUG} is on. */
    public boolean isSet(String variable) {
        return !environment.getOrDefault(variable, "").isBlank();
    }

    private static boolean isStandardOutputATerminal() {
        if (!Files.exists(STANDARD_OUTPUT)) {
            return isConsole();
        }
        try {
            String device = Files.readSymbolicLink(STANDARD_OUTPUT).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException unreadable) {
            return false;
        }
    }

    // Where there is no /proc. Up to JDK 21 there is a console only on a terminal, later it has to be asked.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isConsole() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException olderJdk) {
            return true;
        } catch (ReflectiveOperationException failed) {
            return false;
        }
    }
}
