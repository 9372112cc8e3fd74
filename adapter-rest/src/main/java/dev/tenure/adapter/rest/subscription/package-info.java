@NullMarked
package dev.tenure.adapter.rest.subscription;

import org.jspecify.annotations.NullMarked;
