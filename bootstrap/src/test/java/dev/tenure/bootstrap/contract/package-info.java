/** The contract of the JSON: what it is over HTTP, it is at the terminal. */
@NullMarked
package dev.tenure.bootstrap.contract;

import org.jspecify.annotations.NullMarked;
