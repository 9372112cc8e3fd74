/** Handing over assets: subscriptions. */
@NullMarked
package dev.tenure.application.subscription;

import org.jspecify.annotations.NullMarked;
