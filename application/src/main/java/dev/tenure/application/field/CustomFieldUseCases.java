package dev.tenure.application.field;

import dev.tenure.application.field.in.DefineCustomField;
import dev.tenure.application.field.in.FindCustomFields;
import dev.tenure.application.field.in.RemoveCustomField;
import dev.tenure.application.field.in.RequireFieldVersion;

/** The use cases of the definitions of custom fields. */
public record CustomFieldUseCases(
        FindCustomFields find,
        DefineCustomField define,
        RemoveCustomField remove,
        RequireFieldVersion requireVersion) {}
