package dev.tenure.application.field.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.Versioned;
import dev.tenure.domain.field.FieldDefinition;
import dev.tenure.domain.shared.Permission;

/**
 * Defines a custom field of orders, or replaces its definition. Existing orders do not change, and can be filtered by
 * the field immediately.
 */
@FunctionalInterface
public interface DefineCustomField {

    /** The permission that its caller needs. */
    Permission PERMISSION = Permission.SETTINGS_WRITE;

    /** The maximum number of fields of a tenant. */
    int MAX_FIELDS = 100;

    /**
     * The new definition; unchanged if it equals the existing one.
     *
     * @throws InvalidCommand {@code VALIDATION_ERROR} when its parts contradict each other, or there are
     *     {@value #MAX_FIELDS} fields already
     */
    Versioned<FieldDefinition> define(Caller caller, DefineCustomFieldCommand command);
}
