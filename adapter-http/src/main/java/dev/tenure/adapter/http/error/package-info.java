@NullMarked
package dev.tenure.adapter.http.error;

import org.jspecify.annotations.NullMarked;
