/** What can be asked of the catalog. */
@NullMarked
package dev.tenure.application.catalog.in;

import org.jspecify.annotations.NullMarked;
