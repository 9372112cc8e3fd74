/** What can be done with an order, and why not. */
@NullMarked
package dev.tenure.application.order.actions;

import org.jspecify.annotations.NullMarked;
