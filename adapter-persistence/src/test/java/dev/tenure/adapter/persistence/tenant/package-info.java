@NullMarked
package dev.tenure.adapter.persistence.tenant;

import org.jspecify.annotations.NullMarked;
