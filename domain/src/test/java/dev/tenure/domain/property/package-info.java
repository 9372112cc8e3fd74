/** Properties that hold for any input: a small seeded runner that shrinks what it finds. */
@NullMarked
package dev.tenure.domain.property;

import org.jspecify.annotations.NullMarked;
