/** Tenants, API keys and the installation's secrets in PostgreSQL. */
@NullMarked
package dev.tenure.adapter.persistence.tenant;

import org.jspecify.annotations.NullMarked;
