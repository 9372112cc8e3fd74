/** Who sends the requests and the statements, and what they saw. */
@NullMarked
package dev.tenure.benchmarks.load;

import org.jspecify.annotations.NullMarked;
