package dev.tenure.adapter.cli.shared;

/** The status of a product. */
public enum Activity {
    ACTIVE,
    DISCONTINUED
}
