package dev.tenure.application.shared.out;

/**
 * The result of a read that a store may still have to execute, in the transaction that asked for it. A remote store
 * sends the pending reads in one round trip, when the first of the results is needed or the transaction ends. A store
 * that reads at once returns {@link #of}.
 *
 * <p>Example, one round trip instead of two:
 *
 * <pre>{@code
 * Deferred<Optional<Order>> order = orders.load(id);
 * Deferred<Map<SerialNumber, Versioned<Asset>>> assets = this.assets.loadAll(serialNumbers);
 * order.get().map(...);
 * }</pre>
 */
@FunctionalInterface
public interface Deferred<T> {

    /** The result. Throws what the read would have thrown. */
    T get();

    /** A result that is known already. */
    static <T> Deferred<T> of(T result) {
        return () -> result;
    }
}
