package dev.tenure.benchmarks;

/** An error that ends the benchmarks; its message says what the user can do. */
public final class BenchmarkException extends RuntimeException {

    public BenchmarkException(String message) {
        super(message);
    }

    public BenchmarkException(String message, Throwable cause) {
        super(message, cause);
    }
}
