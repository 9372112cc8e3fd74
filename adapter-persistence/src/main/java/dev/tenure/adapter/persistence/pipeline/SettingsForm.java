package dev.tenure.adapter.persistence.pipeline;

/** How the settings of a transaction, including its tenant, are sent to the server. */
public enum SettingsForm {
    /** In one statement with parameters: its text is the same for all tenants, so the server prepares it once. */
    PARAMETERS,

    /**
     * As literals in SET LOCAL, the only form that Citus forwards to its workers. Settings at the beginning have a
     * round trip of their own, so that the text of the statements after them is always the same.
     */
    LITERALS
}
