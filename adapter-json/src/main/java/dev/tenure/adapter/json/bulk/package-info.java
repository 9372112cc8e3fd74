/** Batches and imports as JSON. */
@NullMarked
package dev.tenure.adapter.json.bulk;

import org.jspecify.annotations.NullMarked;
