/** Orders and their events in PostgreSQL. */
@NullMarked
package dev.tenure.adapter.persistence.order;

import org.jspecify.annotations.NullMarked;
