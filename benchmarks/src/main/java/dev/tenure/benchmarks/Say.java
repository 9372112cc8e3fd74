package dev.tenure.benchmarks;

/** Prints the progress. */
final class Say {

    private static final long BEGIN = System.nanoTime();

    private Say() {}

    // Every caller passes a literal.
    @SuppressWarnings("AnnotateFormatMethod")
    static void say(String format, Object... values) {
        System.err.printf("%4d s  %s%n", (System.nanoTime() - BEGIN) / 1_000_000_000, format.formatted(values));
    }
}
