/** The commands on the catalog. */
@NullMarked
package dev.tenure.adapter.cli.catalog;

import org.jspecify.annotations.NullMarked;
