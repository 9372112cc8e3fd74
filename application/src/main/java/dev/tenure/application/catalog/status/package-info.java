/** Takes products and variants out of the catalog, and brings variants back. */
@NullMarked
package dev.tenure.application.catalog.status;

import org.jspecify.annotations.NullMarked;
