package dev.tenure.application.field;

import dev.tenure.application.shared.FieldErrors;
import dev.tenure.application.shared.Versioned;
import dev.tenure.domain.field.FieldDefinition;
import dev.tenure.domain.shared.CustomFields;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Checks changed custom fields against the definitions, and ignores unchanged ones. */
public final class CustomFieldChecks {

    private final List<FieldDefinition> definitions;

    public CustomFieldChecks(List<Versioned<FieldDefinition>> definitions) {
        this.definitions = definitions.stream().map(Versioned::value).toList();
    }

    /** Reports the errors of the fields of a new order, each at {@code customFields.<id>}. */
    public void placed(@Nullable CustomFields fields, FieldErrors errors) {
        definitions.forEach(definition -> check(definition, fields, errors));
    }

    /** Reports the errors of the fields that an edit of an order changes. */
    public void edited(@Nullable CustomFields before, @Nullable CustomFields after, FieldErrors errors) {
        definitions.stream()
                .filter(definition -> !Objects.equals(value(before, definition), value(after, definition)))
                .forEach(definition -> check(definition, after, errors));
    }

    private static void check(FieldDefinition definition, @Nullable CustomFields fields, FieldErrors errors) {
        errors.at("customFields." + definition.id(), () -> {
            definition.check(value(fields, definition));
            return definition;
        });
    }

    private static @Nullable Object value(@Nullable CustomFields fields, FieldDefinition definition) {
        return fields == null ? null : fields.values().get(definition.id());
    }
}
