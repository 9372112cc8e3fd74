/** The actions that an order allows, and why it forbids the others. */
@NullMarked
package dev.tenure.application.order.actions;

import org.jspecify.annotations.NullMarked;
