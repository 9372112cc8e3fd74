/** Placing orders. */
@NullMarked
package dev.tenure.application.order.place;

import org.jspecify.annotations.NullMarked;
