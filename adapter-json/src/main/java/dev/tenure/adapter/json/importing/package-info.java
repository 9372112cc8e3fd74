/** Imports as JSON. */
@NullMarked
package dev.tenure.adapter.json.importing;

import org.jspecify.annotations.NullMarked;
