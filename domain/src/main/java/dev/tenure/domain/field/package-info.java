/** Custom fields that a tenant defines. */
@NullMarked
package dev.tenure.domain.field;

import org.jspecify.annotations.NullMarked;
