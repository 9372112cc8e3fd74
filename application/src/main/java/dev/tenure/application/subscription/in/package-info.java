/** What can be asked of subscriptions. */
@NullMarked
package dev.tenure.application.subscription.in;

import org.jspecify.annotations.NullMarked;
