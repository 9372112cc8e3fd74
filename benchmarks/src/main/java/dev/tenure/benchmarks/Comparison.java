package dev.tenure.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Compares two runs. The ratios to PostgreSQL alone are the gate, because unlike the other figures they are comparable
 * between machines.
 */
final class Comparison {

    static final List<String> OPERATIONS = List.of("create", "get", "list", "fulfil");

    /** The loss of a ratio that is tolerated. */
    static final double TOLERANCE = 0.10;

    private static final List<String> OTHERS = List.of(
            "searchP99Ms",
            "startupMs",
            "cliMs",
            "rssMb",
            "fulfil100Ms",
            "fiftyTenantsRatio",
            "importPerSecond",
            "exportPerSecond",
            "exportFirstByteMs");

    private final List<Row> rows;

    private Comparison(List<Row> rows) {
        this.rows = rows;
    }

    private record Row(String name, double before, double after, boolean gate) {

        double change() {
            return after / before - 1;
        }

        boolean slower() {
            // With a rounding margin, so that a loss of exactly the tolerance passes.
            return gate && change() < -TOLERANCE - 1e-9;
        }

        String text() {
            return String.format(
                    Locale.ROOT,
                    "%-20s %12.3f %12.3f %+7.1f %%  %s%n",
                    name,
                    before,
                    after,
                    100 * change(),
                    slower() ? "SLOWER" : gate ? "ok" : "");
        }
    }

    static Comparison of(JsonNode before, JsonNode after) {
        List<Row> rows = new ArrayList<>();
        for (String operation : OPERATIONS) {
            String name = operation + "Ratio";
            rows.add(new Row(name, required(before, name, "the older"), required(after, name, "the newer"), true));
        }
        for (String name : OTHERS) {
            other(rows, name, before.path(name), after.path(name));
        }
        before.path("listP99Ms")
                .properties()
                .forEach(size -> other(
                        rows,
                        "listP99Ms " + size.getKey(),
                        size.getValue(),
                        after.path("listP99Ms").path(size.getKey())));
        return new Comparison(List.copyOf(rows));
    }

    private static double required(JsonNode run, String name, String which) {
        JsonNode value = run.path(name);
        if (!value.isNumber() || value.asDouble() <= 0) {
            throw new BenchmarkException("%s file has no %s".formatted(which, name));
        }
        return value.asDouble();
    }

    private static void other(List<Row> rows, String name, JsonNode before, JsonNode after) {
        if (before.isNumber() && after.isNumber() && before.asDouble() > 0) {
            rows.add(new Row(name, before.asDouble(), after.asDouble(), false));
        }
    }

    boolean passes() {
        return rows.stream().noneMatch(Row::slower);
    }

    String table() {
        StringBuilder table =
                new StringBuilder(String.format(Locale.ROOT, "%-20s %12s %12s %9s%n", "", "before", "after", "change"));
        rows.forEach(row -> table.append(row.text()));
        table.append(
                passes()
                        ? "No ratio lost more than 10 %; the other figures are for information.\n"
                        : "A ratio lost more than 10 %.\n");
        return table.toString();
    }
}
