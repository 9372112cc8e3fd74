package dev.tenure.benchmarks;

import java.util.List;

/**
 * How much is measured.
 *
 * @param pairs of a sample of the product and one of PostgreSQL alone, for each operation
 * @param sampleSeconds how long a sample takes
 * @param readSeconds how long a sample of a list or search takes
 * @param readRounds how many samples of each list and search there are
 * @param listWarmUpSeconds how long lists and searches are read before anything is measured
 * @param starts of a server and of a command
 * @param growth how many orders the tenants have in which lists and searches are measured
 * @param onlyIfSeeded how many orders a tenant of that kind has that is measured only where an earlier run made it
 * @param largestSeeded how many orders the largest tenant has where no earlier run made one of those
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
