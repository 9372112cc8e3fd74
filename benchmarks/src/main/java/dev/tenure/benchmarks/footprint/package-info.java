/** Which code of the product a request enters. */
@NullMarked
package dev.tenure.benchmarks.footprint;

import org.jspecify.annotations.NullMarked;
