/** What customers need of a store. */
@NullMarked
package dev.tenure.application.customer.out;

import org.jspecify.annotations.NullMarked;
