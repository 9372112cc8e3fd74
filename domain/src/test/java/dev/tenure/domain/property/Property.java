package dev.tenure.domain.property;

import java.util.Optional;
import java.util.Random;

/**
 * Checks that something holds for any value a generator makes. When it fails, the value is made simpler as long as it
 * still fails, and the failure names the seed: {@code -Dtenure.property.seed=…} begins with the very value that failed.
 */
public final class Property {

    /** Where the values begin; random when it is not set. */
    public static final String SEED = "tenure.property.seed";

    /** How many values are tried, {@value #USUAL_TRIES} when it is not set. */
    public static final String TRIES = "tenure.property.tries";

    private static final int USUAL_TRIES = 500;
    private static final int MOST_SIMPLIFICATIONS = 10_000;

    private Property() {}

    /** What holds for every value: it throws for one for which it does not hold. */
    @FunctionalInterface
    public interface Law<T> {
        void check(T value);
    }

    /** @throws AssertionError with the seed, the simplest failing value that was found, and how it failed */
    public static <T> void forAll(Gen<T> values, Law<T> law) {
        long first = Long.getLong(SEED, new Random().nextLong());
        forAll(values, law, first, Integer.getInteger(TRIES, USUAL_TRIES));
    }

    /** As {@link #forAll(Gen, Law)} for these seeds alone: the same values each time. */
    public static <T> void forAll(Gen<T> values, Law<T> law, long first, int tries) {
        for (long seed = first; seed < first + tries; seed++) {
            T value = values.from(new Random(seed));
            Optional<Throwable> failure = failure(law, value);
            if (failure.isPresent()) {
                throw simplest(values, law, value, failure.get(), seed);
            }
        }
    }

    private static <T> AssertionError simplest(Gen<T> values, Law<T> law, T failing, Throwable how, long seed) {
        T simplest = failing;
        Throwable failure = how;
        int tried = 0;
        for (Optional<T> next = Optional.of(failing); next.isPresent() && tried < MOST_SIMPLIFICATIONS; tried++) {
            simplest = next.get();
            failure = failure(law, simplest).orElse(failure);
            next = values.simpler(simplest)
                    .filter(simpler -> failure(law, simpler).isPresent())
                    .findFirst();
        }
        return new AssertionError(
                "fails for %s%n(first for %s; again with -D%s=%d)%n%s"
                        .formatted(simplest, failing, SEED, seed, failure),
                failure);
    }

    // Whatever a law throws is a failure of it, be it an assertion or a bug.
    @SuppressWarnings("CatchingUnchecked")
    private static <T> Optional<Throwable> failure(Law<T> law, T value) {
        try {
            law.check(value);
            return Optional.empty();
        } catch (Exception | AssertionError failure) {
            return Optional.of(failure);
        }
    }
}
