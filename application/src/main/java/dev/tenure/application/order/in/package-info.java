/** The in-ports of orders. */
@NullMarked
package dev.tenure.application.order.in;

import org.jspecify.annotations.NullMarked;
