package dev.tenure.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the performance page from the measurements; one section of it is written by hand. */
final class Report {

    private static final String BY_HAND = "/where-the-time-goes.md";
    private static final String METHOD = "/method.md";
    private static final List<String> PAGES = List.of("first", "deep");

    private final JsonNode all;
    private final List<JsonNode> runs = new ArrayList<>();
    private final StringBuilder page = new StringBuilder();

    private Report(JsonNode all) {
        this.all = all;
        all.path("runs").forEach(runs::add);
        if (runs.isEmpty()) {
            throw new BenchmarkException("the file has no runs: it is none of benchmarks/run --json");
        }
    }

    static Report of(JsonNode all) {
        return new Report(all);
    }

    void write(Path docs) {
        try {
            Path plots = Files.createDirectories(docs.resolve("performance"));
            new Plots(newest()).write(plots);
            Files.writeString(docs.resolve("performance.md"), page());
        } catch (IOException e) {
            throw new BenchmarkException("%s cannot be written to: %s".formatted(docs, e.getMessage()), e);
        }
    }

    private JsonNode newest() {
        return runs.get(runs.size() - 1);
    }

    private String page() throws IOException {
        line("# Performance");
        line("");
        line(
                "<!-- Written by benchmarks/run --report from its results and the texts in benchmarks/src/main/resources. -->");
        line("");
        line(
                "Measured at %s on %s cores (%s, %s),\nwhich the load generator, the JVM and PostgreSQL %s share.",
                all.path("at").asText().replaceFirst("T.*", ""),
                all.at("/machine/cores").asText(),
                all.at("/machine/processor").asText(),
                all.at("/machine/memory").asText(),
                newest().at("/details/load/database/server_version").asText());
        if (all.path("quick").asBoolean()) {
            line("It was a quick run: its figures are rough.");
        }
        targets();
        line("");
        line(text(BY_HAND).strip());
        operations();
        line("![Ratios](performance/ratios.svg)");
        others();
        growth();
        method();
        return page.toString();
    }

    private void targets() {
        heading("Targets");
        line("| | target | aim |%s", each(run -> " Java " + run.path("jdk").asText() + " |"));
        line("|---|---|---|%s", each(run -> "---|"));
        for (Target target : Target.ALL) {
            line(
                    "| %s | %s | %s |%s",
                    target.name(),
                    target.promised(target.target()),
                    target.promised(target.aim()),
                    each(run -> " " + target.measured(run) + " |"));
        }
    }

    private void operations() {
        for (JsonNode run : runs) {
            heading("32 connections, Java " + run.path("jdk").asText());
            line(
                    "The median of the samples, and in brackets the lowest and the highest. CPU is microseconds of a core for each request.");
            line("");
            line(
                    "| | requests/s | PostgreSQL alone | ratio | p50 ms | p99 ms | errors | CPU: JVM | PostgreSQL | client | PostgreSQL alone |");
            line("|---|---|---|---|---|---|---|---|---|---|---|");
            for (String operation : Comparison.OPERATIONS) {
                JsonNode pair = run.at("/details/load/pairs/" + operation);
                JsonNode ours = pair.path("tenure");
                JsonNode theirs = pair.path("postgresql");
                line(
                        "| %s | %s | %s | %.2f | %s | %s | %d | %s | %s | %s | %s |",
                        operation,
                        spread(ours.path("perSecond"), 1, 0),
                        spread(theirs.path("perSecond"), 1, 0),
                        pair.path("ratio").asDouble(),
                        spread(ours.path("p50Micros"), 1e-3, 1),
                        spread(ours.path("p99Micros"), 1e-3, 1),
                        ours.path("errors").asLong(),
                        median(ours.at("/cpuMicros/jvm")),
                        median(ours.at("/cpuMicros/postgresql")),
                        median(ours.at("/cpuMicros/client")),
                        median(theirs.at("/cpuMicros/postgresql")));
            }
            line("");
        }
    }

    private void others() {
        heading("Other loads");
        line(
                "On Java %s, 32 connections; errors by status.",
                newest().path("jdk").asText());
        line("");
        line("| | requests/s | p50 ms | p99 ms | errors |");
        line("|---|---|---|---|---|");
        for (var load : newest().at("/details/load/others").properties()) {
            JsonNode sample = load.getValue();
            line(
                    "| %s | %,.0f | %.1f | %.1f | %s |",
                    switch (load.getKey()) {
                        case "mixed" -> "seven reads in ten requests";
                        case "oneOrder" -> "all write notes to one order";
                        case "fiftyTenants" -> "create, in 50 tenants by turns";
                        default -> load.getKey();
                    },
                    sample.path("perSecond").asDouble(),
                    sample.path("p50Micros").asDouble() / 1e3,
                    sample.path("p99Micros").asDouble() / 1e3,
                    sample.path("errors").isEmpty()
                            ? "none"
                            : sample.path("errors").toString().replace("\"", ""));
        }
        line("");
        JsonNode imported = newest().at("/details/load/import");
        JsonNode exported = newest().at("/details/growth/export");
        line(
                """
                Import of %,d orders: %,.0f a second, the JVM had at most %d MB resident.
                Export of %,d: %,.0f a second, the first byte after %.0f ms, at most %d MB.""",
                imported.path("orders").asLong(),
                imported.path("perSecond").asDouble(),
                imported.path("rssMb").asLong(),
                exported.path("orders").asLong(),
                exported.path("perSecond").asDouble(),
                exported.path("firstByteMs").asDouble(),
                exported.path("rssMb").asLong());
    }

    private void growth() {
        heading("As the orders of a tenant become more");
        JsonNode sizes = newest().at("/details/growth/sizes");
        List<String> names = new ArrayList<>();
        sizes.properties().forEach(size -> names.add(size.getKey()));
        line(
                "On Java %s, two connections; p50 and p99 in milliseconds of a page of 50, by the number of orders.",
                newest().path("jdk").asText());
        line("");
        StringBuilder head = new StringBuilder("| |");
        names.forEach(name -> head.append(String.format(Locale.ROOT, " %,d |", Long.parseLong(name))));
        line("%s", head);
        line("|---|%s", "---|".repeat(names.size()));
        for (JsonNode operation : sizes.path(names.get(names.size() - 1)).path("operations")) {
            String name = operation.path("name").asText();
            for (String page : PAGES) {
                StringBuilder cells = new StringBuilder();
                names.forEach(size -> cells.append(cell(sizes.path(size), name, page)));
                if (operation.has(page)) {
                    line("| %s%s |%s", name, page.equals("deep") ? ", deep" : "", cells);
                }
            }
        }
        line("");
        stalls(sizes);
        line("");
        line("![Slowest list and search](performance/growth.svg)");
    }

    /** What medians hide: the number of outliers. */
    private void stalls(JsonNode sizes) {
        List<Double> samples = new ArrayList<>();
        for (JsonNode size : sizes) {
            for (JsonNode operation : size.path("operations")) {
                if (!operation.path("search").asBoolean()) {
                    for (String page : PAGES) {
                        operation.path(page).path("p99Samples").forEach(micros -> samples.add(micros.asDouble() / 1e3));
                    }
                }
            }
        }
        line(
                "Of %,d samples of lists, %,d had a p99 of more than %.0f ms; the highest was %.0f ms.",
                samples.size(),
                samples.stream()
                        .filter(millis -> millis > Target.SLOWEST_LIST_MS)
                        .count(),
                Target.SLOWEST_LIST_MS,
                samples.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN));
    }

    private static String cell(JsonNode size, String name, String page) {
        for (JsonNode operation : size.path("operations")) {
            if (operation.path("name").asText().equals(name) && operation.has(page)) {
                return String.format(
                        Locale.ROOT,
                        " %.1f, %.1f |",
                        operation.path(page).path("p50Micros").asDouble() / 1e3,
                        operation.path(page).path("p99Micros").asDouble() / 1e3);
            }
        }
        return " |";
    }

    private void method() throws IOException {
        heading("Method");
        line(text(METHOD).strip(), Plan.SEEDED);
    }

    private interface Cell {
        String of(JsonNode run);
    }

    private String each(Cell cell) {
        StringBuilder cells = new StringBuilder();
        runs.forEach(run -> cells.append(cell.of(run)));
        return cells.toString();
    }

    private static String spread(JsonNode spread, double scale, int digits) {
        String number = "%,." + digits + "f";
        return String.format(
                Locale.ROOT,
                number + " (" + number + " to " + number + ")",
                spread.path("median").asDouble() * scale,
                spread.path("min").asDouble() * scale,
                spread.path("max").asDouble() * scale);
    }

    private static String median(JsonNode spread) {
        return String.format(Locale.ROOT, "%,.0f", spread.path("median").asDouble());
    }

    private void heading(String text) {
        line("");
        line("## %s", text);
        line("");
    }

    // Every caller passes a literal or a text of the jar.
    @SuppressWarnings("AnnotateFormatMethod")
    private void line(String format, Object... values) {
        page.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
                .append('\n');
    }

    private static String text(String resource) throws IOException {
        try (InputStream text = Report.class.getResourceAsStream(resource)) {
            if (text == null) {
                throw new BenchmarkException(resource + " is missing from the jar");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
