/** The command that imports orders. */
@NullMarked
package dev.tenure.adapter.cli.importing;

import org.jspecify.annotations.NullMarked;
