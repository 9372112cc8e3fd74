/** Imports orders from elsewhere, with their history. */
@NullMarked
package dev.tenure.application.importing;

import org.jspecify.annotations.NullMarked;
