/** Changes how a tenant works. */
@NullMarked
package dev.tenure.application.tenant.settings;

import org.jspecify.annotations.NullMarked;
