/** What the commands have in common: the terminal, tables, JSON, errors and exit codes. */
@NullMarked
package dev.tenure.adapter.cli.shared;

import org.jspecify.annotations.NullMarked;
