/** Pages of the documentation that are made from the code. */
@NullMarked
package dev.tenure.bootstrap.docs;

import org.jspecify.annotations.NullMarked;
