@NullMarked
package dev.tenure.adapter.rest.openapi;

import org.jspecify.annotations.NullMarked;
