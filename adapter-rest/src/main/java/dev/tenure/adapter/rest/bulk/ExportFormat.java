package dev.tenure.adapter.rest.bulk;

/** What an export is written as. */
enum ExportFormat {
    NDJSON,
    CSV
}
