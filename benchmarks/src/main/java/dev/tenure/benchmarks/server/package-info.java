/** The programs that are measured, started as anybody would start them. */
@NullMarked
package dev.tenure.benchmarks.server;

import org.jspecify.annotations.NullMarked;
