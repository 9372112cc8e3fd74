/** Executes writes: concurrent commands of one tenant in one transaction, each once however often it is sent. */
@NullMarked
package dev.tenure.application.shared.batch;

import org.jspecify.annotations.NullMarked;
