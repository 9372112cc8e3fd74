package dev.tenure.adapter.cli.shared;

/** The status of a variant. */
public enum VariantActivity {
    ACTIVE,
    INACTIVE
}
