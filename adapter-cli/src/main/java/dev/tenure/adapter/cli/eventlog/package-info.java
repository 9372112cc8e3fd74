/** Commands that show the event log. */
@NullMarked
package dev.tenure.adapter.cli.eventlog;

import org.jspecify.annotations.NullMarked;
