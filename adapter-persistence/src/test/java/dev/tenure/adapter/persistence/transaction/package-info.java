@NullMarked
package dev.tenure.adapter.persistence.transaction;

import org.jspecify.annotations.NullMarked;
