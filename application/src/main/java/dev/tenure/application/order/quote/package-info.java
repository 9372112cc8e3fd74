/** Pricing orders that are not placed. */
@NullMarked
package dev.tenure.application.order.quote;

import org.jspecify.annotations.NullMarked;
