/** Reads the catalog. */
@NullMarked
package dev.tenure.application.catalog.find;

import org.jspecify.annotations.NullMarked;
