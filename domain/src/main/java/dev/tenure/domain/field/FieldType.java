package dev.tenure.domain.field;

/** What a defined custom field holds: {@code NUMBER} a number, the others text. */
public enum FieldType {
    TEXT,
    EMAIL,
    PHONE,
    NUMBER,
    SELECT
}
