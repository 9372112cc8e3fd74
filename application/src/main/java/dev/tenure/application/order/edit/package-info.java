/** Editing orders, their notes and their payment. */
@NullMarked
package dev.tenure.application.order.edit;

import org.jspecify.annotations.NullMarked;
