package dev.tenure.adapter.cli.shared;

/** The shape of what a command prints. */
public enum Output {
    TABLE,
    JSON
}
