package dev.tenure.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tenure.benchmarks.BenchmarkException;
import dev.tenure.benchmarks.Json;
import java.util.Map;
import java.util.TreeMap;

/** Parses the last line of our scripts' output. */
final class WrkOutput {

    private static final String MARK = "RESULT ";

    private WrkOutput() {}

    static Sample sample(String output) {
        JsonNode result = output.lines()
                .filter(line -> line.startsWith(MARK))
                .reduce((first, last) -> last)
                .map(line -> Json.read(line.substring(MARK.length())))
                .orElseThrow(() -> new BenchmarkException("wrk told no result:\n" + output));
        Map<String, Long> errors = new TreeMap<>();
        JsonNode statuses = result.path("statuses");
        statuses.properties().forEach(status -> {
            if (!status.getKey().startsWith("2")) {
                put(errors, status.getKey(), status.getValue());
            }
        });
        result.path("errors").properties().forEach(error -> {
            // The statuses count these already.
            if (statuses.isEmpty() || !error.getKey().equals("status")) {
                put(errors, error.getKey(), error.getValue());
            }
        });
        return new Sample(
                result.path("requests").asLong(),
                result.path("micros").asLong() / 1e6,
                result.path("p50").asLong(),
                result.path("p99").asLong(),
                result.path("max").asLong(),
                errors);
    }

    private static void put(Map<String, Long> errors, String kind, JsonNode count) {
        if (count.asLong() > 0) {
            errors.put(kind, count.asLong());
        }
    }
}
