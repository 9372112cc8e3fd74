/** Events of orders, and orders at a point in time. */
@NullMarked
package dev.tenure.application.order.history;

import org.jspecify.annotations.NullMarked;
