package dev.tenure.application.field.out;

import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.Versioned;
import dev.tenure.application.shared.out.Deferred;
import dev.tenure.domain.field.FieldDefinition;
import java.util.List;
import java.util.Optional;

/** Keeps the custom fields that the transaction's tenant has defined. */
public interface CustomFieldRepository {

    /** All of them, by id. */
    List<Versioned<FieldDefinition>> all();

    /** As {@link #all}, with the answer when it is needed. */
    default Deferred<List<Versioned<FieldDefinition>>> loadAll() {
        return Deferred.of(all());
    }

    /** The definition, held against other writers until the transaction ends. */
    Optional<Versioned<FieldDefinition>> find(String fieldId);

    /** @throws Conflict {@code ALREADY_EXISTS} when the field is defined already */
    void insert(FieldDefinition definition);

    /** @throws Conflict {@code CONFLICT} when the definition is no longer at the version that was read */
    void update(Versioned<FieldDefinition> definition);

    /** Forgets the definition; where there is none, nothing happens. */
    void remove(String fieldId);
}
