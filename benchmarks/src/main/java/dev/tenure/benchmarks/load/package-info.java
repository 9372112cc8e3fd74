/** Load generators and their results. */
@NullMarked
package dev.tenure.benchmarks.load;

import org.jspecify.annotations.NullMarked;
