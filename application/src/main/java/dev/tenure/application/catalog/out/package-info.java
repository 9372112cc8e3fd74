/** What the catalog needs of a store and of a CSV reader. */
@NullMarked
package dev.tenure.application.catalog.out;

import org.jspecify.annotations.NullMarked;
