/** What orders need of a store. */
@NullMarked
package dev.tenure.application.order.out;

import org.jspecify.annotations.NullMarked;
