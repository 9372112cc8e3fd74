/** API keys: operators create and manage them, every request is authenticated with one. */
@NullMarked
package dev.tenure.application.tenant.keys;

import org.jspecify.annotations.NullMarked;
