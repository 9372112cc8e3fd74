@NullMarked
package dev.tenure.adapter.http.limits;

import org.jspecify.annotations.NullMarked;
