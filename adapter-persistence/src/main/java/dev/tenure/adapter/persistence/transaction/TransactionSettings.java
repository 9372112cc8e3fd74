package dev.tenure.adapter.persistence.transaction;

import org.jspecify.annotations.Nullable;

/**
 * What every transaction tells the server at its start.
 *
 * @param role what it works as; null when row-level security holds for the login itself
 * @param tenantForm how it names the tenant
 */
public record TransactionSettings(@Nullable String role, TenantForm tenantForm) {

    /** How a transaction names its tenant to row-level security. */
    public enum TenantForm {
        /** As a parameter: the statements of all tenants have one text, which the server prepares once. */
        PARAMETER,

        /**
         * As text in SET LOCAL, the only form that Citus passes on to its workers; in a round trip of its own, so that the statements after
         * it have one text.
         */
        LITERAL
    }
}
