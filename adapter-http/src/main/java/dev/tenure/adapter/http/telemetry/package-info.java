@NullMarked
package dev.tenure.adapter.http.telemetry;

import org.jspecify.annotations.NullMarked;
