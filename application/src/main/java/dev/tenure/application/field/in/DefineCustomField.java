package dev.tenure.application.field.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.Versioned;
import dev.tenure.domain.field.FieldDefinition;
import dev.tenure.domain.shared.Permission;

/**
 * Says what a custom field of orders may hold, from now on; a definition that there is already is replaced. Orders that
 * there are stay as they are, and can be filtered by the field at once.
 */
@FunctionalInterface
public interface DefineCustomField {

    /** The permission that its caller needs. */
    Permission PERMISSION = Permission.SETTINGS_WRITE;

    /** How many fields a tenant may define. */
    int MAX_FIELDS = 100;

    /**
     * The definition after it; where it says what it said before, nothing changes.
     *
     * @throws InvalidCommand {@code VALIDATION_ERROR} when its parts don't go together, or there are
     *     {@value #MAX_FIELDS} fields already
     */
    Versioned<FieldDefinition> define(Caller caller, DefineCustomFieldCommand command);
}
