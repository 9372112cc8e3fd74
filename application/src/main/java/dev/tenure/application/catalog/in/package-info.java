/** The in-ports of the catalog. */
@NullMarked
package dev.tenure.application.catalog.in;

import org.jspecify.annotations.NullMarked;
