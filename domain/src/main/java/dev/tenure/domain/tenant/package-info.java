/** A tenant, its settings and its API keys. */
@NullMarked
package dev.tenure.domain.tenant;

import org.jspecify.annotations.NullMarked;
