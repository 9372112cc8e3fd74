package dev.tenure.adapter.persistence.transaction;

import dev.tenure.adapter.persistence.pipeline.SettingsForm;
import org.jspecify.annotations.Nullable;

/**
 * What every transaction tells the server at its start.
 *
 * @param role what it works as; null when row-level security holds for the login itself
 * @param form how it tells this, its tenant and its limits
 */
public record TransactionSettings(@Nullable String role, SettingsForm form) {}
