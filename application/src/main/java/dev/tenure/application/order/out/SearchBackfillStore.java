package dev.tenure.application.order.out;

/** Orders and customers of the transaction's tenant that an older release wrote, so that no search finds them yet. */
@FunctionalInterface
public interface SearchBackfillStore {

    /** Fills in at most so many orders and so many customers; how many these were, 0 when none was left. */
    int backfill(int atMost);
}
