package dev.tenure.adapter.persistence.pipeline;

/** How the server is told the settings of a transaction, its tenant among them. */
public enum SettingsForm {
    /** All in one statement with parameters: it has one text for all tenants, which the server prepares once. */
    PARAMETERS,

    /**
     * As text in SET LOCAL, the only form that Citus passes on to its workers; those at the beginning in a round trip of their own, so that
     * the statements after them have one text.
     */
    LITERALS
}
