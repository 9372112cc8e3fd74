package dev.tenure.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine of the measurements. */
final class Machine {

    private Machine() {}

    static ObjectNode json() {
        return Json.object()
                .put("cores", Runtime.getRuntime().availableProcessors())
                .put("processor", line("/proc/cpuinfo", "model name"))
                .put("memory", line("/proc/meminfo", "MemTotal"))
                .put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    }

    /** Other processes make every figure worse, including the ratios: client, server and database share few cores. */
    static void warnIfBusy() {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        if (load > Runtime.getRuntime().availableProcessors() / 2.0) {
            Say.say(
                    "the machine is busy with something else (load average %.1f): the figures will be worse than they are",
                    load);
        }
    }

    private static String line(String file, String name) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
