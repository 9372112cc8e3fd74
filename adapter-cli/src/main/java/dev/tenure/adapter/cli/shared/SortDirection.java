package dev.tenure.adapter.cli.shared;

/** Which end of a list comes first. */
public enum SortDirection {
    ASC,
    DESC
}
