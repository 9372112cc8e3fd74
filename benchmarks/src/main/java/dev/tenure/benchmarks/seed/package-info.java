/** Orders by the million, in rows like those that the product writes. */
@NullMarked
package dev.tenure.benchmarks.seed;

import org.jspecify.annotations.NullMarked;
