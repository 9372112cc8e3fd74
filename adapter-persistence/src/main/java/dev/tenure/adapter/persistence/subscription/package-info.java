/** Subscriptions and assets in PostgreSQL. */
@NullMarked
package dev.tenure.adapter.persistence.subscription;

import org.jspecify.annotations.NullMarked;
