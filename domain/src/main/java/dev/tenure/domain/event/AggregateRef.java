package dev.tenure.domain.event;

import dev.tenure.domain.shared.Identifier;
import dev.tenure.domain.shared.InvalidValue;

/**
 * The aggregate of an event: the type of the aggregate in one lower-case word, and its id within the tenant, such as
 * {@code order} and {@code ord_01}.
 */
public record AggregateRef(String type, String id) {

    /**
     * @throws InvalidValue {@code VALIDATION_ERROR} when the id does not have the shape of one
     * @throws IllegalArgumentException when the type is not 1 to 32 letters from a to z and underscores
     */
    public AggregateRef {
        if (type.isEmpty() || type.length() > 32 || !type.chars().allMatch(c -> c == '_' || (c >= 'a' && c <= 'z'))) {
            throw new IllegalArgumentException("the type of an aggregate is a lower-case word, not " + type);
        }
        id = Identifier.checked("aggregate id", id);
    }
}
