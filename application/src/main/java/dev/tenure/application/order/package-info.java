/** Orders, from placing to fulfilment. */
@NullMarked
package dev.tenure.application.order;

import org.jspecify.annotations.NullMarked;
