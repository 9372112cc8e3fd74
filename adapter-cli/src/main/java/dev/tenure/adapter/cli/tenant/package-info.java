/** The commands on tenants and their API keys. */
@NullMarked
package dev.tenure.adapter.cli.tenant;

import org.jspecify.annotations.NullMarked;
