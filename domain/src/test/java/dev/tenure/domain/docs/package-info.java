/** Pages of the documentation that are written by the code they describe. */
@NullMarked
package dev.tenure.domain.docs;

import org.jspecify.annotations.NullMarked;
