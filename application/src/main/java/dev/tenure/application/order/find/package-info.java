/** Finding orders, and checking the version of one. */
@NullMarked
package dev.tenure.application.order.find;

import org.jspecify.annotations.NullMarked;
