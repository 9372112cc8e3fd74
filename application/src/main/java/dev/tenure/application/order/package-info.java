/** Placing orders and taking them through their life. */
@NullMarked
package dev.tenure.application.order;

import org.jspecify.annotations.NullMarked;
