@NullMarked
package dev.tenure.adapter.persistence;

import org.jspecify.annotations.NullMarked;
