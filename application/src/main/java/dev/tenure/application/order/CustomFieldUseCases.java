package dev.tenure.application.order;

import dev.tenure.application.order.in.DefineCustomField;
import dev.tenure.application.order.in.FindCustomFields;
import dev.tenure.application.order.in.RemoveCustomField;
import dev.tenure.application.order.in.RequireFieldVersion;

/** What can be asked of the definitions of custom fields. */
public record CustomFieldUseCases(
        FindCustomFields find,
        DefineCustomField define,
        RemoveCustomField remove,
        RequireFieldVersion requireVersion) {}
