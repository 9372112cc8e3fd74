/** Everything Tenure can be asked to do, in one place for the adapters that ask. */
@NullMarked
package dev.tenure.application;

import org.jspecify.annotations.NullMarked;
