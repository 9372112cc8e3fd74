package dev.tenure.adapter.cli.shared;

/** What a variant can be. */
public enum VariantActivity {
    ACTIVE,
    INACTIVE
}
