/** Imports, as streams of lines. */
@NullMarked
package dev.tenure.adapter.rest.importing;

import org.jspecify.annotations.NullMarked;
