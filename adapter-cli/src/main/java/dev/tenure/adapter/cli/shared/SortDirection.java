package dev.tenure.adapter.cli.shared;

/** The sort direction of a list. */
public enum SortDirection {
    ASC,
    DESC
}
