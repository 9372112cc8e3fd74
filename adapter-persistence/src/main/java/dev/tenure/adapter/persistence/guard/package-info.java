/** Kept answers on PostgreSQL. */
@NullMarked
package dev.tenure.adapter.persistence.guard;

import org.jspecify.annotations.NullMarked;
