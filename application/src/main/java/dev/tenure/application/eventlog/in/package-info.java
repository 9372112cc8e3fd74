/** What can be asked of the event log. */
@NullMarked
package dev.tenure.application.eventlog.in;

import org.jspecify.annotations.NullMarked;
