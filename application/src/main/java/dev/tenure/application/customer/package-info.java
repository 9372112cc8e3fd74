/** Reads customers. */
@NullMarked
package dev.tenure.application.customer;

import org.jspecify.annotations.NullMarked;
