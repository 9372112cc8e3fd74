/** The order: a customer's commitment, folded from its events. */
@NullMarked
package dev.tenure.domain.order;

import org.jspecify.annotations.NullMarked;
