package dev.tenure.domain.field;

/** The type of a custom field: {@code NUMBER} is a number, the others are texts. */
public enum FieldType {
    TEXT,
    EMAIL,
    PHONE,
    NUMBER,
    SELECT
}
