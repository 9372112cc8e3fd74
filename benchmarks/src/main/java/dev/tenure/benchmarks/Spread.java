package dev.tenure.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Several measurements of the same figure. */
public record Spread(double median, double min, double max) {

    public static Spread of(List<? extends Number> values) {
        List<Double> sorted = values.stream().map(Number::doubleValue).sorted().toList();
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1));
    }

    public ObjectNode json() {
        return Json.object().put("median", median).put("min", min).put("max", max);
    }
}
