/** Products and variants in PostgreSQL. */
@NullMarked
package dev.tenure.adapter.persistence.catalog;

import org.jspecify.annotations.NullMarked;
