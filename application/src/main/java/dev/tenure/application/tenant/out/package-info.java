/** The out-ports of tenants and API keys. */
@NullMarked
package dev.tenure.application.tenant.out;

import org.jspecify.annotations.NullMarked;
