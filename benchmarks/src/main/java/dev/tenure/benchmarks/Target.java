package dev.tenure.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The target of a figure.
 *
 * @param aim the better value to aim for; NaN if there is none
 * @param value of a run; missing if not measured
 * @param digits decimal places
 */
record Target(
        String name,
        double target,
        double aim,
        boolean moreIsBetter,
        String unit,
        int digits,
        Function<JsonNode, JsonNode> value) {

    private static final String LARGE = Long.toString(Figures.LARGE);

    static final double SLOWEST_LIST_MS = 25;

    static final List<Target> ALL = List.of(
            ratio("create", 0.60, 0.80),
            ratio("get", 0.33, 0.50),
            ratio("list", 0.30, 0.50),
            ratio("fulfil", 0.55, 0.75),
            most("slowest list at 1 M orders, p99", SLOWEST_LIST_MS, Double.NaN, " ms", 1, run -> run.path("listP99Ms")
                    .path(LARGE)),
            most("the same, by that at 10 k orders", 3, 1, " times", 1, Target::growth),
            most(
                    "slowest search at 1 M orders, p99",
                    150,
                    50,
                    " ms",
                    1,
                    run -> run.path("searchOrders").asLong() == Figures.LARGE
                            ? run.path("searchP99Ms")
                            : run.path("not measured")),
            most("100 units in one call", 250, 80, " ms", 0, run -> run.path("fulfil100Ms")),
            least("import", 3_000, 8_000, " orders/s", run -> run.path("importPerSecond")),
            least("export", 20_000, 50_000, " orders/s", run -> run.path("exportPerSecond")),
            most("first byte of an export", 200, Double.NaN, " ms", 0, run -> run.path("exportFirstByteMs")),
            most("`serve` ready", 1_500, 800, " ms", 0, run -> run.path("startupMs")),
            most("`order list` at the terminal", 600, 300, " ms", 0, run -> run.path("cliMs")),
            most("memory of the JVM under full load", 300, 200, " MB", 0, run -> run.path("rssMb")));

    /** The targets of the ratios, in the order of {@link Comparison#OPERATIONS}. */
    static List<Double> ratios() {
        return ALL.stream()
                .limit(Comparison.OPERATIONS.size())
                .map(Target::target)
                .toList();
    }

    private static Target ratio(String operation, double target, double aim) {
        return new Target(
                operation + ", of PostgreSQL alone", target, aim, true, "", 2, run -> run.path(operation + "Ratio"));
    }

    private static Target most(
            String name, double target, double aim, String unit, int digits, Function<JsonNode, JsonNode> value) {
        return new Target(name, target, aim, false, unit, digits, value);
    }

    private static Target least(
            String name, double target, double aim, String unit, Function<JsonNode, JsonNode> value) {
        return new Target(name, target, aim, true, unit, 0, value);
    }

    private static JsonNode growth(JsonNode run) {
        JsonNode small = run.path("listP99Ms").path("10000");
        JsonNode large = run.path("listP99Ms").path(LARGE);
        return small.isNumber() && large.isNumber()
                ? Json.object().numberNode(large.asDouble() / small.asDouble())
                : large;
    }

    String promised(double figure) {
        return Double.isNaN(figure) ? "" : (moreIsBetter ? "≥ " : "≤ ") + text(figure);
    }

    String measured(JsonNode run) {
        JsonNode measured = value.apply(run);
        if (!measured.isNumber()) {
            return "not measured";
        }
        return text(measured.asDouble()) + (isMet(measured.asDouble()) ? "" : " (missed)");
    }

    private boolean isMet(double measured) {
        return moreIsBetter ? measured >= target : measured <= target;
    }

    private String text(double figure) {
        return String.format(Locale.ROOT, "%,." + digits + "f", figure) + unit;
    }
}
