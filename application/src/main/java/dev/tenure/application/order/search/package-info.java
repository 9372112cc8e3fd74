/** Preparing orders of earlier releases for search. */
@NullMarked
package dev.tenure.application.order.search;

import org.jspecify.annotations.NullMarked;
