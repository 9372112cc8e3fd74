/** Responses to writes, stored by the key of their request. */
@NullMarked
package dev.tenure.adapter.persistence.idempotency;

import org.jspecify.annotations.NullMarked;
