/** Creates or changes one product with its variants. */
@NullMarked
package dev.tenure.application.catalog.upsert;

import org.jspecify.annotations.NullMarked;
