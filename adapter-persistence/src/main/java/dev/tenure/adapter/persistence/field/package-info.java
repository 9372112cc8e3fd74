/** Custom field definitions in PostgreSQL. */
@NullMarked
package dev.tenure.adapter.persistence.field;

import org.jspecify.annotations.NullMarked;
