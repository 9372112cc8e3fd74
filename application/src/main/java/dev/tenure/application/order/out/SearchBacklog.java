package dev.tenure.application.order.out;

/** Those orders and customers of the transaction's tenant which an older release wrote, so that no search finds them yet. */
@FunctionalInterface
public interface SearchBacklog {

    /** Makes at most so many orders and so many customers ready to be found; how many these were, 0 when none was left. */
    int workOff(int atMost);
}
