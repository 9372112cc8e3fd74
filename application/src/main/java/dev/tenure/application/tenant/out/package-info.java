/** What tenants and API keys need of a store. */
@NullMarked
package dev.tenure.application.tenant.out;

import org.jspecify.annotations.NullMarked;
