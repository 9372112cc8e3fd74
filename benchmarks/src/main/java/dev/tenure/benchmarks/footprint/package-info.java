/** Finds the code of the product that a request runs. */
@NullMarked
package dev.tenure.benchmarks.footprint;

import org.jspecify.annotations.NullMarked;
