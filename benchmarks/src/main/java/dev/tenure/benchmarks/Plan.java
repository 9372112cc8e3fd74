package dev.tenure.benchmarks;

import java.util.List;

/**
 * The amount of measurements.
 *
 * @param pairs samples of the product and of PostgreSQL alone, for each operation
 * @param sampleSeconds the duration of a sample
 * @param readSeconds the duration of a sample of a list or search
 * @param readRounds the number of samples of each list and search
 * @param listWarmUpSeconds the warm-up of lists and searches
 * @param starts of a server and of a command
 * @param growth the numbers of orders of the tenants for lists and searches
 * @param onlyIfSeeded the numbers of orders of tenants that are measured only if an earlier run created them
 * @param largestSeeded the number of orders of the largest tenant if no earlier run created one of those
 */
public record Plan(
        boolean quick,
        int pairs,
        int sampleSeconds,
        int readSeconds,
        int readRounds,
        int listWarmUpSeconds,
        int starts,
        List<Long> growth,
        List<Long> onlyIfSeeded,
        long largestSeeded,
        long imported,
        long exported) {

    static final int CONNECTIONS = 32;
    static final long WARM_UP_CREATES = 20_000;
    static final long SEEDED = 10_000;
    static final long WIDE = 4_000;

    public static Plan quickly() {
        return new Plan(true, 4, 1, 1, 1, 5, 3, List.of(10_000L), List.of(1_000_000L), 100_000, 20_000, 100_000);
    }

    public static Plan fully() {
        return new Plan(
                false,
                5,
                5,
                1,
                3,
                20,
                5,
                List.of(10_000L, 100_000L, 1_000_000L),
                List.of(5_000_000L),
                1_000_000,
                100_000,
                1_000_000);
    }
}
