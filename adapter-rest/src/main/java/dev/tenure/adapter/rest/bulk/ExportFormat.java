package dev.tenure.adapter.rest.bulk;

/** The format of an export. */
enum ExportFormat {
    NDJSON,
    CSV
}
