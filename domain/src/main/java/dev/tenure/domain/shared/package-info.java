/** Values and rules that every feature uses: money, addresses, ids, limits and refusals. */
@NullMarked
package dev.tenure.domain.shared;

import org.jspecify.annotations.NullMarked;
