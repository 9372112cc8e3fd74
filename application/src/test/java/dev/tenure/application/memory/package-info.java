/** Twins of the out-ports that keep everything in memory, for tests: same contract, no database. */
@NullMarked
package dev.tenure.application.memory;

import org.jspecify.annotations.NullMarked;
