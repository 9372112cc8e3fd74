/** Measures Tenure and reports the results. */
@NullMarked
package dev.tenure.benchmarks;

import org.jspecify.annotations.NullMarked;
