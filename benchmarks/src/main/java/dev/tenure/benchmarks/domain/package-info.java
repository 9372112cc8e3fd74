/** The domain alone, by JMH. */
@NullMarked
package dev.tenure.benchmarks.domain;

import org.jspecify.annotations.NullMarked;
