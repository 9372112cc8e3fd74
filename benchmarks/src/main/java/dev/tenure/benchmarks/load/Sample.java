package dev.tenure.benchmarks.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.benchmarks.Json;
import java.util.Map;
import java.util.TreeMap;

/**
 * The result of one run of a load generator.
 *
 * @param errors by kind or status, without zeros
 */
public record Sample(
        long operations, double seconds, long p50Micros, long p99Micros, long maxMicros, Map<String, Long> errors) {

    public Sample {
        errors = Map.copyOf(errors);
    }

    public double perSecond() {
        return operations / seconds;
    }

    public long failed() {
        return errors.values().stream().mapToLong(Long::longValue).sum();
    }

    public ObjectNode json() {
        ObjectNode json = Json.object();
        json.put("perSecond", perSecond()).put("p50Micros", p50Micros).put("p99Micros", p99Micros);
        json.put("maxMicros", maxMicros).put("operations", operations);
        ObjectNode counts = json.putObject("errors");
        new TreeMap<>(errors).forEach(counts::put);
        return json;
    }
}
