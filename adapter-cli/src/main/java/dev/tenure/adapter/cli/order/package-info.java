/** The commands on orders. */
@NullMarked
package dev.tenure.adapter.cli.order;

import org.jspecify.annotations.NullMarked;
