@NullMarked
package dev.tenure.domain.shared;

import org.jspecify.annotations.NullMarked;
