/** What can be asked of tenants and API keys. */
@NullMarked
package dev.tenure.application.tenant.in;

import org.jspecify.annotations.NullMarked;
