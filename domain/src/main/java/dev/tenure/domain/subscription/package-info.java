/** Running subscriptions and the assets handed over for them. */
@NullMarked
package dev.tenure.domain.subscription;

import org.jspecify.annotations.NullMarked;
