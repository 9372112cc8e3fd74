/** The out-ports of orders. */
@NullMarked
package dev.tenure.application.order.out;

import org.jspecify.annotations.NullMarked;
