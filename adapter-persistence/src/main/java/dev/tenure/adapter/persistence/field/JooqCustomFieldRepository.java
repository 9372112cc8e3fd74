package dev.tenure.adapter.persistence.field;

import static dev.tenure.adapter.persistence.generated.Tables.CUSTOM_FIELD;
import static dev.tenure.adapter.persistence.shared.Words.constant;
import static dev.tenure.adapter.persistence.shared.Words.word;
import static org.jooq.impl.DSL.selectFrom;

import dev.tenure.adapter.persistence.pipeline.PreparedQuery;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.field.out.CustomFieldRepository;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.shared.out.Deferred;
import dev.tenure.domain.field.FieldDefinition;
import dev.tenure.domain.field.FieldType;
import dev.tenure.domain.shared.TextPattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** The definition of a custom field is one row. */
public final class JooqCustomFieldRepository implements CustomFieldRepository {

    private static final PreparedQuery ALL = PreparedQuery.of(
            () -> selectFrom(CUSTOM_FIELD).where(CUSTOM_FIELD.TENANT_ID.eq("")).orderBy(CUSTOM_FIELD.FIELD_ID));

    private final JooqTransactions transactions;

    public JooqCustomFieldRepository(JooqTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Versioned<FieldDefinition>> all() {
        return loadAll().get();
    }

    @Override
    public Deferred<List<Versioned<FieldDefinition>>> loadAll() {
        return transactions.query(
                ALL,
                rows -> rows.stream().map(JooqCustomFieldRepository::definition).toList(),
                transactions.tenant());
    }

    @Override
    public Optional<Versioned<FieldDefinition>> find(String fieldId) {
        return transactions
                .sql()
                .selectFrom(CUSTOM_FIELD)
                .where(CUSTOM_FIELD.TENANT_ID.eq(transactions.tenant()))
                .and(CUSTOM_FIELD.FIELD_ID.eq(fieldId))
                .forUpdate()
                .fetchOptional(JooqCustomFieldRepository::definition);
    }

    @Override
    public void insert(FieldDefinition definition) {
        int inserted = transactions
                .sql()
                .insertInto(CUSTOM_FIELD)
                .set(CUSTOM_FIELD.TENANT_ID, transactions.tenant())
                .set(CUSTOM_FIELD.FIELD_ID, definition.id())
                .set(CUSTOM_FIELD.VERSION, 1L)
                .set(row(definition))
                .onConflict(CUSTOM_FIELD.TENANT_ID, CUSTOM_FIELD.FIELD_ID)
                .doNothing()
                .execute();
        if (inserted == 0) {
            throw new Conflict(
                    ApplicationError.ALREADY_EXISTS, "there is a custom field %s already".formatted(definition.id()));
        }
    }

    @Override
    public void update(Versioned<FieldDefinition> definition) {
        int updated = transactions
                .sql()
                .update(CUSTOM_FIELD)
                .set(row(definition.value()))
                .set(CUSTOM_FIELD.VERSION, definition.version() + 1)
                .where(CUSTOM_FIELD.TENANT_ID.eq(transactions.tenant()))
                .and(CUSTOM_FIELD.FIELD_ID.eq(definition.value().id()))
                .and(CUSTOM_FIELD.VERSION.eq(definition.version()))
                .execute();
        if (updated == 0) {
            throw new Conflict(
                    ApplicationError.CONFLICT,
                    "custom field %s is no longer at version %d"
                            .formatted(definition.value().id(), definition.version()));
        }
    }

    @Override
    public void remove(String fieldId) {
        transactions
                .sql()
                .deleteFrom(CUSTOM_FIELD)
                .where(CUSTOM_FIELD.TENANT_ID.eq(transactions.tenant()))
                .and(CUSTOM_FIELD.FIELD_ID.eq(fieldId))
                .execute();
    }

    private static Map<Field<?>, @Nullable Object> row(FieldDefinition definition) {
        TextPattern pattern = definition.pattern();
        Map<Field<?>, @Nullable Object> row = new LinkedHashMap<>();
        row.put(CUSTOM_FIELD.LABEL, definition.label());
        row.put(CUSTOM_FIELD.TYPE, word(definition.type()));
        row.put(CUSTOM_FIELD.REQUIRED, definition.required());
        row.put(CUSTOM_FIELD.OPTIONS, definition.options().toArray(String[]::new));
        row.put(CUSTOM_FIELD.MIN_LENGTH, definition.minLength());
        row.put(CUSTOM_FIELD.MAX_LENGTH, definition.maxLength());
        row.put(CUSTOM_FIELD.PATTERN, pattern == null ? null : pattern.toString());
        row.put(CUSTOM_FIELD.MINIMUM, definition.minimum());
        row.put(CUSTOM_FIELD.MAXIMUM, definition.maximum());
        row.put(CUSTOM_FIELD.CREATED_AT, definition.createdAt());
        row.put(CUSTOM_FIELD.UPDATED_AT, definition.updatedAt());
        return row;
    }

    private static Versioned<FieldDefinition> definition(Record row) {
        String pattern = row.get(CUSTOM_FIELD.PATTERN);
        return new Versioned<>(
                new FieldDefinition(
                        row.get(CUSTOM_FIELD.FIELD_ID),
                        row.get(CUSTOM_FIELD.LABEL),
                        constant(FieldType.class, row.get(CUSTOM_FIELD.TYPE)),
                        row.get(CUSTOM_FIELD.REQUIRED),
                        List.of(row.get(CUSTOM_FIELD.OPTIONS)),
                        row.get(CUSTOM_FIELD.MIN_LENGTH),
                        row.get(CUSTOM_FIELD.MAX_LENGTH),
                        pattern == null ? null : TextPattern.of(pattern),
                        row.get(CUSTOM_FIELD.MINIMUM),
                        row.get(CUSTOM_FIELD.MAXIMUM),
                        row.get(CUSTOM_FIELD.CREATED_AT),
                        row.get(CUSTOM_FIELD.UPDATED_AT)),
                row.get(CUSTOM_FIELD.VERSION));
    }
}
