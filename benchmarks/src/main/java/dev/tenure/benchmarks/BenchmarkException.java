package dev.tenure.benchmarks;

/** Something that keeps the benchmarks from going on, said so that the reader knows what to do. */
public final class BenchmarkException extends RuntimeException {

    public BenchmarkException(String message) {
        super(message);
    }

    public BenchmarkException(String message, Throwable cause) {
        super(message, cause);
    }
}
