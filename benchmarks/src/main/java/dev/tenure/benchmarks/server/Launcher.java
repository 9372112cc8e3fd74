package dev.tenure.benchmarks.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.benchmarks.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The product's launcher, with one JDK and one data directory. */
public record Launcher(Path script, Jdk jdk, Path data) {

    public JsonNode json(String... arguments) {
        List<String> command = command(arguments);
        command.addAll(List.of("-o", "json"));
        return Json.read(Processes.output(command, environment()));
    }

    public String run(String... arguments) {
        return Processes.output(command(arguments), environment());
    }

    List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(script.toString());
        command.addAll(List.of(arguments));
        return command;
    }

    // Creates a missing class archive first, because creating it in parallel would disturb the measurement.
    Map<String, String> environment() {
        return Map.of(
                "TENURE_JAVA_HOME",
                jdk.home().toString(),
                "TENURE_DATA_DIR",
                data.toString(),
                "TENURE_FAST_START",
                "now");
    }
}
