/** Who orders: people and companies. */
@NullMarked
package dev.tenure.domain.customer;

import org.jspecify.annotations.NullMarked;
