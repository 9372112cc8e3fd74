/** Sends statements to the server: prepared once, several in a round trip. */
@NullMarked
package dev.tenure.adapter.persistence.pipeline;

import org.jspecify.annotations.NullMarked;
