package dev.tenure.application.shared.out;

/**
 * A result that a store may still have to fetch, as of the transaction in which it was asked for. A store on another machine sends what
 * it is asked for in one round trip, when the first of the results is needed or the transaction ends. A store that answers at once
 * returns {@link #of}.
 *
 * <p>Example, one round trip where two reads would be two:
 *
 * <pre>{@code
 * Deferred<Optional<Order>> order = orders.load(id);
 * Deferred<Map<SerialNumber, Versioned<Asset>>> assets = this.assets.loadAll(serialNumbers);
 * order.get().map(...);
 * }</pre>
 */
@FunctionalInterface
public interface Deferred<T> {

    /** The result. Fails as reading at once would have. */
    T get();

    /** A result that is there already. */
    static <T> Deferred<T> of(T result) {
        return () -> result;
    }
}
