@NullMarked
package dev.tenure.benchmarks;

import org.jspecify.annotations.NullMarked;
