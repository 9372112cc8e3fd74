@NullMarked
package dev.tenure.adapter.persistence.order;

import org.jspecify.annotations.NullMarked;
