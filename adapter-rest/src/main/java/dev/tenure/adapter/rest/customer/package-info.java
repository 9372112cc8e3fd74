/** Customers over HTTP. */
@NullMarked
package dev.tenure.adapter.rest.customer;

import org.jspecify.annotations.NullMarked;
