package dev.tenure.application.field.out;

import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.shared.out.Deferred;
import dev.tenure.domain.field.FieldDefinition;
import java.util.List;
import java.util.Optional;

/** Stores the custom fields that the transaction's tenant has defined. */
public interface CustomFieldRepository {

    /** All of them, by id. */
    List<Versioned<FieldDefinition>> all();

    /** As {@link #all}, deferred. */
    default Deferred<List<Versioned<FieldDefinition>>> loadAll() {
        return Deferred.of(all());
    }

    /** The definition, locked against other writers until the transaction ends. */
    Optional<Versioned<FieldDefinition>> find(String fieldId);

    /** @throws Conflict {@code ALREADY_EXISTS} when the field is defined already */
    void insert(FieldDefinition definition);

    /** @throws Conflict {@code CONFLICT} when the definition is no longer at the version that was read */
    void update(Versioned<FieldDefinition> definition);

    /** Deletes the definition, if it exists. */
    void remove(String fieldId);
}
