package dev.tenure.adapter.json.field;

import static dev.tenure.adapter.json.shared.CommandReader.checkedLater;

import dev.tenure.adapter.json.shared.JsonFields;
import dev.tenure.adapter.json.shared.JsonObject;
import dev.tenure.application.field.in.DefineCustomFieldCommand;
import dev.tenure.domain.field.FieldDefinition;
import dev.tenure.domain.field.FieldType;

/** The JSON of definitions of custom fields. */
public final class CustomFieldCodec {

    private CustomFieldCodec() {}

    public static DefineCustomFieldCommand command(String fieldId, JsonFields field) {
        return new DefineCustomFieldCommand(
                fieldId,
                checkedLater(field.text("label")),
                checkedLater(field.oneOf("type", FieldType.class)),
                field.flag("required"),
                field.texts("options", FieldDefinition.MAX_OPTIONS),
                field.integer("minLength"),
                field.integer("maxLength"),
                field.text("pattern"),
                field.decimal("minimum"),
                field.decimal("maximum"));
    }

    public static JsonObject field(FieldDefinition field) {
        JsonObject object = new JsonObject()
                .text("fieldId", field.id())
                .text("label", field.label())
                .word("type", field.type())
                .flag("required", field.required());
        return (field.options().isEmpty() ? object : object.texts("options", field.options()))
                .integer("minLength", field.minLength())
                .integer("maxLength", field.maxLength())
                .text(
                        "pattern",
                        field.pattern() == null ? null : field.pattern().toString())
                .decimal("minimum", field.minimum())
                .decimal("maximum", field.maximum())
                .instant("createdAt", field.createdAt())
                .instant("updatedAt", field.updatedAt());
    }
}
