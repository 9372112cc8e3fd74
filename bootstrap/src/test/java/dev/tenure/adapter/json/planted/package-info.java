/** Classes that break a rule, to see that it is noticed. */
@NullMarked
package dev.tenure.adapter.json.planted;

import org.jspecify.annotations.NullMarked;
