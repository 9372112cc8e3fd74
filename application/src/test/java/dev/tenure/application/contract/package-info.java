/**
 * What every adapter of an out-port must do, as interfaces of tests. An adapter's test class implements one and gives
 * it the ports; it runs over a shared store that nobody empties, because each test makes tenants of its own. A store
 * may demand that what is named exists: tenants, customers, orders and assets are written before what refers to them.
 */
@NullMarked
package dev.tenure.application.contract;

import org.jspecify.annotations.NullMarked;
