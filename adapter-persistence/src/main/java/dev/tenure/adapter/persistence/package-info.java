/** The out-ports on PostgreSQL. {@link dev.tenure.adapter.persistence.Database} is the way in. */
@NullMarked
package dev.tenure.adapter.persistence;

import org.jspecify.annotations.NullMarked;
