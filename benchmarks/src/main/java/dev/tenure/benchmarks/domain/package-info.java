/** JMH benchmarks of the domain alone. */
@NullMarked
package dev.tenure.benchmarks.domain;

import org.jspecify.annotations.NullMarked;
