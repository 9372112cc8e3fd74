/** Confirming, cancelling and closing orders. */
@NullMarked
package dev.tenure.application.order.status;

import org.jspecify.annotations.NullMarked;
