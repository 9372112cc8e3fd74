/** The out-ports of customers. */
@NullMarked
package dev.tenure.application.customer.out;

import org.jspecify.annotations.NullMarked;
