/** Subscriptions as JSON. */
@NullMarked
package dev.tenure.adapter.json.subscription;

import org.jspecify.annotations.NullMarked;
