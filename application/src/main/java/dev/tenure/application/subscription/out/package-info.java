/** What subscriptions and assets need of a store. */
@NullMarked
package dev.tenure.application.subscription.out;

import org.jspecify.annotations.NullMarked;
