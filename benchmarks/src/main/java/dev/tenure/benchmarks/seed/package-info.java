/** Creates millions of orders, in rows like those of the product. */
@NullMarked
package dev.tenure.benchmarks.seed;

import org.jspecify.annotations.NullMarked;
