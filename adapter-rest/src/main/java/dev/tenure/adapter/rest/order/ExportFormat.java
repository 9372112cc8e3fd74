package dev.tenure.adapter.rest.order;

/** The format of an export. */
enum ExportFormat {
    NDJSON,
    CSV
}
