package dev.tenure.benchmarks;

/** Tells whoever waits how far it is. */
final class Say {

    private static final long BEGIN = System.nanoTime();

    private Say() {}

    // Every caller gives a literal.
    @SuppressWarnings("AnnotateFormatMethod")
    static void say(String format, Object... values) {
        System.err.printf("%4d s  %s%n", (System.nanoTime() - BEGIN) / 1_000_000_000, format.formatted(values));
    }
}
