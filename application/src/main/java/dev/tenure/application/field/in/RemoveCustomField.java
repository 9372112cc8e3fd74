package dev.tenure.application.field.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.Versioned;
import dev.tenure.domain.field.FieldDefinition;
import dev.tenure.domain.shared.Permission;

/** Removes the definition of a custom field. The values in orders remain, as free data. */
@FunctionalInterface
public interface RemoveCustomField {

    /** The permission that its caller needs. */
    Permission PERMISSION = Permission.SETTINGS_WRITE;

    /**
     * The removed definition.
     *
     * @throws NotFound when the tenant has not defined this field
     */
    Versioned<FieldDefinition> remove(Caller caller, String fieldId);
}
