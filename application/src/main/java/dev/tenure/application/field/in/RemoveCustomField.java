package dev.tenure.application.field.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.Versioned;
import dev.tenure.domain.field.FieldDefinition;
import dev.tenure.domain.shared.Permission;

/** Takes the definition of a custom field away. What orders hold under its id stays there, as free data. */
@FunctionalInterface
public interface RemoveCustomField {

    /** The permission that its caller needs. */
    Permission PERMISSION = Permission.SETTINGS_WRITE;

    /**
     * The definition as it last was.
     *
     * @throws NotFound when the tenant has defined no such field
     */
    Versioned<FieldDefinition> remove(Caller caller, String fieldId);
}
