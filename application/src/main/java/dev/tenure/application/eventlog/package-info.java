/** Reading the event log of all aggregates. */
@NullMarked
package dev.tenure.application.eventlog;

import org.jspecify.annotations.NullMarked;
