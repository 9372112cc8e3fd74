package dev.tenure.adapter.cli.field;

import dev.tenure.adapter.cli.shared.Context;
import dev.tenure.adapter.cli.shared.Table;
import dev.tenure.adapter.json.field.CustomFieldCodec;
import dev.tenure.adapter.json.shared.EnumWords;
import dev.tenure.adapter.json.shared.JsonObject;
import dev.tenure.application.field.in.DefineCustomFieldCommand;
import dev.tenure.application.shared.Versioned;
import dev.tenure.domain.field.FieldDefinition;
import dev.tenure.domain.field.FieldType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tenure custom-field …}. */
@Command(
        name = "custom-field",
        description = "Define what the custom fields of orders may hold.",
        addMethodSubcommands = false)
public final class CustomFieldCommands {

    private final Context context;

    public CustomFieldCommands(Context context) {
        this.context = context;
    }

    @Command(name = "list", description = "List the custom fields that are defined.")
    void list() {
        context.inTenant(in -> {
            List<FieldDefinition> fields = in.useCases().fields().find().all(in.caller()).stream()
                    .map(Versioned::value)
                    .toList();
            context.print(
                    () -> new JsonObject()
                            .value(
                                    "customFields",
                                    fields.stream().map(CustomFieldCodec::field).toList())
                            .value("count", fields.size()),
                    () -> new Table(
                                    Table.column("FIELD"),
                                    Table.elastic("LABEL"),
                                    Table.column("TYPE"),
                                    Table.column("REQUIRED"),
                                    Table.elastic("HOLDS"))
                            .rows(fields.stream().map(CustomFieldCommands::row).toList()));
        });
    }

    @Command(
            name = "define",
            description = "Define a field, or replace its definition. Existing orders stay as they are.")
    void define(
            @Parameters(paramLabel = "FIELD", description = "Its key in the custom fields of an order.") String fieldId,
            @Option(
                            names = "--label",
                            paramLabel = "TEXT",
                            required = true,
                            description = "The name that people see (required).")
                    String label,
            @Option(
                            names = "--type",
                            paramLabel = "TYPE",
                            required = true,
                            description = "text, email, phone, number or select (required).")
                    FieldType type,
            @Option(names = "--required", description = "Orders are placed only with it.") boolean required,
            @Option(names = "--option", paramLabel = "TEXT", description = "An option of a select; may be repeated.")
                    @Nullable
                    List<String> options,
            @Option(names = "--min-length", paramLabel = "N", description = "The fewest characters.") @Nullable
                    Integer minLength,
            @Option(names = "--max-length", paramLabel = "N", description = "The most characters.") @Nullable
                    Integer maxLength,
            @Option(
                            names = "--pattern",
                            paramLabel = "PATTERN",
                            description = "What the whole text must match, such as PO-\\d{6}.")
                    @Nullable
                    String pattern,
            @Option(names = "--minimum", paramLabel = "NUMBER", description = "The least number.") @Nullable
                    BigDecimal minimum,
            @Option(names = "--maximum", paramLabel = "NUMBER", description = "The greatest number.") @Nullable
                    BigDecimal maximum) {
        DefineCustomFieldCommand command = new DefineCustomFieldCommand(
                fieldId, label, type, required, options, minLength, maxLength, pattern, minimum, maximum);
        context.inTenant(in ->
                print("custom field defined", in.useCases().fields().define().define(in.caller(), command)));
    }

    @Command(name = "remove", description = "Remove a definition; what orders hold stays there.")
    void remove(@Parameters(paramLabel = "FIELD", description = "Its id.") String fieldId) {
        context.inTenant(in ->
                print("custom field removed", in.useCases().fields().remove().remove(in.caller(), fieldId)));
    }

    private void print(String message, Versioned<FieldDefinition> field) {
        context.print(
                () -> new JsonObject()
                        .value("success", true)
                        .value("message", message)
                        .value("fieldId", field.value().id())
                        .value("customField", CustomFieldCodec.field(field.value())),
                () -> message + ": " + String.join(", ", row(field.value())) + "\n");
    }

    private static List<String> row(FieldDefinition field) {
        return List.of(
                field.id(), field.label(), EnumWords.word(field.type()), field.required() ? "yes" : "no", holds(field));
    }

    private static String holds(FieldDefinition field) {
        List<String> parts = new ArrayList<>();
        if (!field.options().isEmpty()) {
            parts.add(String.join(" | ", field.options()));
        }
        if (field.minLength() != null || field.maxLength() != null) {
            parts.add("%s to %s characters".formatted(or(field.minLength(), "0"), or(field.maxLength(), "any")));
        }
        if (field.pattern() != null) {
            parts.add(field.pattern().toString());
        }
        if (field.minimum() != null || field.maximum() != null) {
            parts.add("%s to %s".formatted(or(field.minimum(), "any"), or(field.maximum(), "any")));
        }
        return parts.isEmpty() ? "-" : String.join("; ", parts);
    }

    private static String or(@Nullable Number number, String otherwise) {
        return number == null ? otherwise : number.toString();
    }
}
