/** Products, variants, price tiers and what can be ordered. */
@NullMarked
package dev.tenure.domain.catalog;

import org.jspecify.annotations.NullMarked;
