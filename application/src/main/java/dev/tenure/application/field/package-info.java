/** Custom fields: which free values a tenant's orders may and must have. */
@NullMarked
package dev.tenure.application.field;

import org.jspecify.annotations.NullMarked;
