@NullMarked
package dev.tenure.adapter.http.body;

import org.jspecify.annotations.NullMarked;
