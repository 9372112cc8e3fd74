package dev.tenure.application.order.in;

import dev.tenure.application.shared.OperatorOnly;

/**
 * Fills in what searches and filters need for orders and customers that an older release wrote. Run at the start and from time to time,
 * on any number of nodes; with nothing to do it costs one look.
 */
@OperatorOnly
@FunctionalInterface
public interface BackfillSearch {

    /** How many orders and customers, of all tenants, were filled in. */
    int backfill();
}
