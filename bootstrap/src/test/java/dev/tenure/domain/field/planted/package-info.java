/** Classes that break a rule of the architecture on purpose, to show that the rule notices. */
@NullMarked
package dev.tenure.domain.field.planted;

import org.jspecify.annotations.NullMarked;
