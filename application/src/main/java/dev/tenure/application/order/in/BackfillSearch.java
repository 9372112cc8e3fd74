package dev.tenure.application.order.in;

import dev.tenure.application.shared.OperatorOnly;

/**
 * Adds what searches and filters need to orders and customers that an earlier release wrote. It runs at the start and
 * periodically, on any number of nodes; without work it costs one query.
 */
@OperatorOnly
@FunctionalInterface
public interface BackfillSearch {

    /** The number of orders and customers, of all tenants, that were processed. */
    int backfill();
}
