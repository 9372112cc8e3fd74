/** Statements as they go to the server: prepared once, sent several to a round trip. */
@NullMarked
package dev.tenure.adapter.persistence.pipeline;

import org.jspecify.annotations.NullMarked;
