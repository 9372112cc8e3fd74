package dev.tenure.application.shared;

/** Which end of a sorted list comes first. */
public enum SortDirection {
    ASC,
    DESC
}
