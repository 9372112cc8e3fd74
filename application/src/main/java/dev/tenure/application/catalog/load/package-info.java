/** Imports the catalog from a file. */
@NullMarked
package dev.tenure.application.catalog.load;

import org.jspecify.annotations.NullMarked;
