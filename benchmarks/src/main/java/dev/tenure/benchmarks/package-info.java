/** Measures Tenure and tells what was seen. */
@NullMarked
package dev.tenure.benchmarks;

import org.jspecify.annotations.NullMarked;
