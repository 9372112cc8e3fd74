/** The catalog of products and variants. */
@NullMarked
package dev.tenure.application.catalog;

import org.jspecify.annotations.NullMarked;
