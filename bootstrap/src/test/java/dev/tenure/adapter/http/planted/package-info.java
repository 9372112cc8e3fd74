@NullMarked
package dev.tenure.adapter.http.planted;

import org.jspecify.annotations.NullMarked;
