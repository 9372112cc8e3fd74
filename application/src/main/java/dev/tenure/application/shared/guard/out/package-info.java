/** What guarded writes need of a store. */
@NullMarked
package dev.tenure.application.shared.guard.out;

import org.jspecify.annotations.NullMarked;
