/** Customers in PostgreSQL. */
@NullMarked
package dev.tenure.adapter.persistence.customer;

import org.jspecify.annotations.NullMarked;
