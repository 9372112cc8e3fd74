/** What a unit costs a month, and why; tax. */
@NullMarked
package dev.tenure.domain.pricing;

import org.jspecify.annotations.NullMarked;
