/** Commands on customers. */
@NullMarked
package dev.tenure.adapter.cli.customer;

import org.jspecify.annotations.NullMarked;
