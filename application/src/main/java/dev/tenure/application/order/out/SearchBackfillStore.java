package dev.tenure.application.order.out;

/** Orders and customers of the transaction's tenant that an earlier release wrote and searches do not find yet. */
@FunctionalInterface
public interface SearchBackfillStore {

    /** Indexes at most this number of orders and of customers; returns how many it indexed, 0 when none was left. */
    int backfill(int atMost);
}
