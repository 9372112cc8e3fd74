/** The in-ports of subscriptions. */
@NullMarked
package dev.tenure.application.subscription.in;

import org.jspecify.annotations.NullMarked;
