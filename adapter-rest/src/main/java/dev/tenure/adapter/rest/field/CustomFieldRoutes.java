package dev.tenure.adapter.rest.field;

import dev.tenure.adapter.json.field.CustomFieldCodec;
import dev.tenure.adapter.json.shared.CommandReader;
import dev.tenure.adapter.json.shared.JsonObject;
import dev.tenure.adapter.rest.shared.Answer;
import dev.tenure.adapter.rest.shared.RestRequest;
import dev.tenure.adapter.rest.shared.Route;
import dev.tenure.application.UseCases;
import dev.tenure.application.field.in.DefineCustomField;
import dev.tenure.application.field.in.DefineCustomFieldCommand;
import dev.tenure.application.field.in.FindCustomFields;
import dev.tenure.application.field.in.RemoveCustomField;
import dev.tenure.application.shared.Versioned;
import dev.tenure.domain.field.FieldDefinition;
import java.util.List;

/** The operations on the definitions of custom fields. */
public final class CustomFieldRoutes {

    private static final String FIELDS = "/v1/custom-fields";
    private static final String FIELD = FIELDS + "/{fieldId}";

    private final UseCases useCases;
    private final CommandReader reading;

    public CustomFieldRoutes(UseCases useCases, CommandReader reading) {
        this.useCases = useCases;
        this.reading = reading;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(FIELDS, FindCustomFields.PERMISSION, this::all),
                change(Route.put(FIELD, DefineCustomField.PERMISSION, this::define)),
                change(Route.delete(FIELD, RemoveCustomField.PERMISSION, this::remove)));
    }

    private Route change(Route ofOneField) {
        return ofOneField.heldTo((request, condition) -> useCases.fields()
                .requireVersion()
                .require(request.caller(), request.id("fieldId", "custom field"), condition));
    }

    private Answer all(RestRequest request) {
        List<JsonObject> fields = useCases
                .fields()
                .find()
                .all(request.withoutQuery().caller())
                .stream()
                .map(field -> CustomFieldCodec.field(field.value()))
                .toList();
        return Answer.ok(new JsonObject().objects("customFields", fields).number("count", fields.size()));
    }

    private Answer define(RestRequest request) {
        String fieldId = request.id("fieldId", "custom field");
        DefineCustomFieldCommand command =
                reading.command(request.withoutQuery().json(), fields -> CustomFieldCodec.command(fieldId, fields));
        Versioned<FieldDefinition> field = useCases.fields().define().define(request.caller(), command);
        return changed("Custom field defined", field.value()).withVersion(field.version());
    }

    private Answer remove(RestRequest request) {
        String fieldId = request.id("fieldId", "custom field");
        return changed(
                "Custom field removed",
                useCases.fields()
                        .remove()
                        .remove(request.withoutQuery().caller(), fieldId)
                        .value());
    }

    private static Answer changed(String message, FieldDefinition field) {
        return Answer.ok(new JsonObject()
                .flag("success", true)
                .text("message", message)
                .text("fieldId", field.id())
                .object("customField", CustomFieldCodec.field(field)));
    }
}
