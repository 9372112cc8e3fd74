package dev.tenure.application.field;

import dev.tenure.application.field.in.DefineCustomField;
import dev.tenure.application.field.in.DefineCustomFieldCommand;
import dev.tenure.application.field.in.FindCustomFields;
import dev.tenure.application.field.in.RemoveCustomField;
import dev.tenure.application.field.in.RequireFieldVersion;
import dev.tenure.application.field.out.CustomFieldRepository;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.CommandChecks;
import dev.tenure.application.shared.FieldErrors;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.Validated;
import dev.tenure.application.shared.VersionCondition;
import dev.tenure.application.shared.VersionMismatch;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.domain.field.FieldDefinition;
import dev.tenure.domain.shared.SharedError;
import dev.tenure.domain.shared.TextPattern;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Defines the custom fields of a tenant's orders. */
public final class CustomFieldService
        implements FindCustomFields, DefineCustomField, RemoveCustomField, RequireFieldVersion {

    private final CustomFieldRepository fields;
    private final Transactions transactions;
    private final CommandChecks checks;
    private final Clock clock;

    public CustomFieldService(
            CustomFieldRepository fields, Transactions transactions, CommandChecks checks, Clock clock) {
        this.fields = fields;
        this.transactions = transactions;
        this.checks = checks;
        this.clock = clock;
    }

    @Override
    public List<Versioned<FieldDefinition>> all(Caller caller) {
        caller.require(FindCustomFields.PERMISSION);
        return transactions.forTenant(caller.tenant(), fields::all);
    }

    @Override
    public Versioned<FieldDefinition> define(Caller caller, DefineCustomFieldCommand command) {
        caller.require(DefineCustomField.PERMISSION);
        checks.check(command);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        FieldDefinition wanted = definition(command, now);
        return transactions.forTenant(caller.tenant(), () -> fields.find(wanted.id())
                .map(found -> changed(found, wanted))
                .orElseGet(() -> added(wanted)));
    }

    private Versioned<FieldDefinition> added(FieldDefinition wanted) {
        if (fields.all().size() >= MAX_FIELDS) {
            throw FieldErrors.of(
                    "fieldId",
                    SharedError.VALIDATION_ERROR,
                    "%d custom fields are defined already, and that is the most".formatted(MAX_FIELDS));
        }
        fields.insert(wanted);
        return new Versioned<>(wanted, 1);
    }

    private Versioned<FieldDefinition> changed(Versioned<FieldDefinition> found, FieldDefinition wanted) {
        FieldDefinition before = found.value();
        if (dated(wanted, before.createdAt(), before.updatedAt()).equals(before)) {
            return found;
        }
        FieldDefinition after = dated(wanted, before.createdAt(), wanted.updatedAt());
        fields.update(found.with(after));
        return new Versioned<>(after, found.version() + 1);
    }

    @Override
    public Versioned<FieldDefinition> remove(Caller caller, String fieldId) {
        caller.require(RemoveCustomField.PERMISSION);
        return transactions.forTenant(caller.tenant(), () -> {
            Versioned<FieldDefinition> found =
                    fields.find(fieldId).orElseThrow(() -> new NotFound("custom field", fieldId));
            fields.remove(fieldId);
            return found;
        });
    }

    @Override
    public void require(Caller caller, String fieldId, VersionCondition condition) {
        caller.require(RequireFieldVersion.PERMISSION);
        Versioned<FieldDefinition> found = transactions.forTenant(
                caller.tenant(), () -> fields.find(fieldId).orElseThrow(VersionMismatch::ofNothing));
        if (!condition.allows(found.version())) {
            throw VersionMismatch.at("custom field " + fieldId, found.version(), List.of());
        }
    }

    private static FieldDefinition definition(DefineCustomFieldCommand command, Instant now) {
        FieldErrors errors = new FieldErrors();
        Validated<@Nullable TextPattern> pattern = errors.at("pattern", () -> pattern(command.pattern()));
        Validated<FieldDefinition> definition = errors.within(
                "",
                () -> new FieldDefinition(
                        command.fieldId(),
                        command.label(),
                        command.type(),
                        command.required(),
                        command.options() == null ? List.of() : command.options(),
                        command.minLength(),
                        command.maxLength(),
                        pattern.get(),
                        command.minimum(),
                        command.maximum(),
                        now,
                        now));
        return errors.result(definition::get);
    }

    private static @Nullable TextPattern pattern(@Nullable String given) {
        return given == null ? null : TextPattern.of(given);
    }

    private static FieldDefinition dated(FieldDefinition definition, Instant createdAt, Instant updatedAt) {
        return new FieldDefinition(
                definition.id(),
                definition.label(),
                definition.type(),
                definition.required(),
                definition.options(),
                definition.minLength(),
                definition.maxLength(),
                definition.pattern(),
                definition.minimum(),
                definition.maximum(),
                createdAt,
                updatedAt);
    }
}
