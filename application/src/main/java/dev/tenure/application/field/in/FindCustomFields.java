package dev.tenure.application.field.in;

import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.Versioned;
import dev.tenure.domain.field.FieldDefinition;
import dev.tenure.domain.shared.Permission;
import java.util.List;

/** Lists the custom fields that a tenant has defined. */
@FunctionalInterface
public interface FindCustomFields {

    /** The permission that its caller needs. */
    Permission PERMISSION = Permission.SETTINGS_READ;

    /** All of them, by id. */
    List<Versioned<FieldDefinition>> all(Caller caller);
}
