package dev.tenure.adapter.persistence.transaction;

import dev.tenure.adapter.persistence.pipeline.SettingsForm;
import org.jspecify.annotations.Nullable;

/**
 * The settings at the start of every transaction.
 *
 * @param role the role to set; null when row-level security applies to the login itself
 * @param form how the role, the tenant and the limits are sent
 */
public record TransactionSettings(@Nullable String role, SettingsForm form) {}
