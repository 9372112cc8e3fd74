/**
 * The PostgreSQL that Tenure brings along: real server binaries, one data directory, no container and no installation.
 *
 * <p>Every Tenure process that uses a data directory holds a shared lock on it ({@link
 * dev.tenure.adapter.persistence.embedded.Lease}); the operating system frees it however the process ends. All of them
 * watch the server and restart it when it dies, and the last one to leave stops it. So no process owns the server, and
 * none can pull it away from under another.
 */
@NullMarked
package dev.tenure.adapter.persistence.embedded;

import org.jspecify.annotations.NullMarked;
