/** The commands on orders by the thousand. */
@NullMarked
package dev.tenure.adapter.cli.bulk;

import org.jspecify.annotations.NullMarked;
