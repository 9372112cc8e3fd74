/** The in-ports of customers. */
@NullMarked
package dev.tenure.application.customer.in;

import org.jspecify.annotations.NullMarked;
