/** The bulk commands on orders. */
@NullMarked
package dev.tenure.adapter.cli.bulk;

import org.jspecify.annotations.NullMarked;
