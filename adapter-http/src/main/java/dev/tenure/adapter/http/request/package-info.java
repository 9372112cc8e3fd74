@NullMarked
package dev.tenure.adapter.http.request;

import org.jspecify.annotations.NullMarked;
