/** The use cases of imports. */
@NullMarked
package dev.tenure.application.importing.in;

import org.jspecify.annotations.NullMarked;
