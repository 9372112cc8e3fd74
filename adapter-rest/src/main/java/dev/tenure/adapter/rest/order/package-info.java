@NullMarked
package dev.tenure.adapter.rest.order;

import org.jspecify.annotations.NullMarked;
