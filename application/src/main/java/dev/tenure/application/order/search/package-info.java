/** Search backfill of orders of earlier releases. */
@NullMarked
package dev.tenure.application.order.search;

import org.jspecify.annotations.NullMarked;
