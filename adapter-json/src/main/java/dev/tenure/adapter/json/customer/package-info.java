/** Customers as JSON. */
@NullMarked
package dev.tenure.adapter.json.customer;

import org.jspecify.annotations.NullMarked;
