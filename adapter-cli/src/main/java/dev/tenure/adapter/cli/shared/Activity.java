package dev.tenure.adapter.cli.shared;

/** What a product can be. */
public enum Activity {
    ACTIVE,
    DISCONTINUED
}
