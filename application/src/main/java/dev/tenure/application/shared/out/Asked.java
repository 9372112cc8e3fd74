package dev.tenure.application.shared.out;

/**
 * What a store was asked for, as of the transaction in which it was asked. The answer may still be on its way: a store on another
 * machine sends what it is asked for one after another together, when the first of the answers is needed or the transaction ends. A
 * store that answers at once needs no more than {@link #answered}.
 *
 * <p>Example, one journey where two reads would be two:
 *
 * <pre>{@code
 * Asked<Optional<Order>> order = orders.ask(id);
 * Asked<Map<SerialNumber, Versioned<Asset>>> assets = this.assets.askAll(serialNumbers);
 * order.get().map(...);
 * }</pre>
 */
@FunctionalInterface
public interface Asked<T> {

    /** The answer. Fails as reading at once would have. */
    T get();

    /** An answer that is there already. */
    static <T> Asked<T> answered(T answer) {
        return () -> answer;
    }
}
