/** The one log of events of every aggregate, in PostgreSQL. */
@NullMarked
package dev.tenure.adapter.persistence.event;

import org.jspecify.annotations.NullMarked;
