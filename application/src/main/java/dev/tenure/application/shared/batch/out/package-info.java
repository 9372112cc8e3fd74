/** What guarded writes need of a store. */
@NullMarked
package dev.tenure.application.shared.batch.out;

import org.jspecify.annotations.NullMarked;
