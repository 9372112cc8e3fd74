/** The JSON of events. */
@NullMarked
package dev.tenure.adapter.json.eventlog;

import org.jspecify.annotations.NullMarked;
