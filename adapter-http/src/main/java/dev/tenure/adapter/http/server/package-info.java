@NullMarked
package dev.tenure.adapter.http.server;

import org.jspecify.annotations.NullMarked;
