@NullMarked
package dev.tenure.adapter.rest.shared;

import org.jspecify.annotations.NullMarked;
