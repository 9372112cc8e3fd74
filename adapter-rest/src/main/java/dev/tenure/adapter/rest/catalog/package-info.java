@NullMarked
package dev.tenure.adapter.rest.catalog;

import org.jspecify.annotations.NullMarked;
