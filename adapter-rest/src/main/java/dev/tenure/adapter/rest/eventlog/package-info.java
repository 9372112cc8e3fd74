/** Routes of the event log. */
@NullMarked
package dev.tenure.adapter.rest.eventlog;

import org.jspecify.annotations.NullMarked;
