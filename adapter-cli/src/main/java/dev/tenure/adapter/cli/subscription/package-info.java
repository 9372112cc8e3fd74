/** The commands on subscriptions. */
@NullMarked
package dev.tenure.adapter.cli.subscription;

import org.jspecify.annotations.NullMarked;
