/** Starts the measured programs as a user would. */
@NullMarked
package dev.tenure.benchmarks.server;

import org.jspecify.annotations.NullMarked;
