/** The out-ports of subscriptions and assets. */
@NullMarked
package dev.tenure.application.subscription.out;

import org.jspecify.annotations.NullMarked;
