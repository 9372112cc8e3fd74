package dev.tenure.application.order.in;

import dev.tenure.application.shared.OperatorOnly;

/**
 * Lets be found what an older release wrote: orders and customers without what searches and filters look at. Run at the start and from
 * time to time, on any number of nodes; with nothing to do it costs a look.
 */
@OperatorOnly
@FunctionalInterface
public interface CatchUpSearch {

    /** How many orders and customers of all tenants were gone through. */
    int catchUp();
}
