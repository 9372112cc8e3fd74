package dev.tenure.benchmarks.load;

import dev.tenure.benchmarks.BenchmarkException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses pgbench's report and its log of sampled transactions. */
final class PgbenchOutput {

    private static final Pattern TRANSACTIONS = Pattern.compile("number of transactions actually processed: (\\d+)");
    private static final Pattern FAILED = Pattern.compile("number of failed transactions: (\\d+)");
    private static final Pattern PER_SECOND = Pattern.compile(
            "tps = ([0-9.]+) \\((?:without initial connection time|excluding connections establishing)\\)");

    private PgbenchOutput() {}

    /** @param log lines whose third column is the duration of a transaction in microseconds */
    static Sample sample(String output, List<String> log) {
        long transactions = Long.parseLong(find(TRANSACTIONS, output));
        double perSecond = Double.parseDouble(find(PER_SECOND, output));
        if (transactions == 0 || perSecond == 0) {
            throw new BenchmarkException("pgbench did nothing:\n" + output);
        }
        Matcher failed = FAILED.matcher(output);
        long errors = failed.find() ? Long.parseLong(failed.group(1)) : 0;
        List<Long> times = log.stream()
                .map(line -> line.split(" ", -1))
                .filter(columns -> columns.length > 2)
                .map(columns -> Long.valueOf(columns[2]))
                .sorted()
                .toList();
        return new Sample(
                transactions,
                transactions / perSecond,
                percentile(times, 50),
                percentile(times, 99),
                percentile(times, 100),
                errors == 0 ? Map.of() : Map.of("failed", errors));
    }

    private static String find(Pattern pattern, String output) {
        Matcher matcher = pattern.matcher(output);
        if (!matcher.find()) {
            throw new BenchmarkException("pgbench told no result:\n" + output);
        }
        return matcher.group(1);
    }

    private static long percentile(List<Long> sorted, int percent) {
        return sorted.isEmpty() ? 0 : sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }
}
