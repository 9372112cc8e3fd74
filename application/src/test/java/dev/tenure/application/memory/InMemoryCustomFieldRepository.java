package dev.tenure.application.memory;

import dev.tenure.application.field.out.CustomFieldRepository;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.Versioned;
import dev.tenure.domain.field.FieldDefinition;
import dev.tenure.domain.shared.TenantId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Definitions of custom fields in memory. */
public final class InMemoryCustomFieldRepository implements CustomFieldRepository {

    private final InMemoryStore store;

    public InMemoryCustomFieldRepository(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public List<Versioned<FieldDefinition>> all() {
        TenantId tenant = store.tenant();
        return store.customFields
                .keys()
                .filter(key -> key.tenant().equals(tenant))
                .flatMap(key -> store.customFields.get(key).stream())
                .sorted(Comparator.comparing(field -> field.value().id()))
                .toList();
    }

    @Override
    public Optional<Versioned<FieldDefinition>> find(String fieldId) {
        return store.customFields.get(store.key(fieldId));
    }

    @Override
    public void insert(FieldDefinition definition) {
        if (find(definition.id()).isPresent()) {
            throw new Conflict(
                    ApplicationError.ALREADY_EXISTS, "there is a custom field %s already".formatted(definition.id()));
        }
        store.customFields.put(store.key(definition.id()), new Versioned<>(definition, 1));
    }

    @Override
    public void update(Versioned<FieldDefinition> definition) {
        String id = definition.value().id();
        if (find(id).filter(found -> found.version() == definition.version()).isEmpty()) {
            throw new Conflict(
                    ApplicationError.CONFLICT,
                    "custom field %s is no longer at version %d".formatted(id, definition.version()));
        }
        store.customFields.put(store.key(id), new Versioned<>(definition.value(), definition.version() + 1));
    }

    @Override
    public void remove(String fieldId) {
        store.customFields.remove(store.key(fieldId));
    }
}
