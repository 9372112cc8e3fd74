/** The in-ports of tenants and API keys. */
@NullMarked
package dev.tenure.application.tenant.in;

import org.jspecify.annotations.NullMarked;
