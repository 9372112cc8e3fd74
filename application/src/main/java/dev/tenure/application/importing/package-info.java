/** Imports orders of other systems, with their history. */
@NullMarked
package dev.tenure.application.importing;

import org.jspecify.annotations.NullMarked;
