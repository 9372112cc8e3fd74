/** Exports every order that a query matches. */
@NullMarked
package dev.tenure.application.order.export;

import org.jspecify.annotations.NullMarked;
