package dev.tenure.domain.order;

import dev.tenure.domain.event.FieldChange;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a fact found or put an item.
 *
 * @param index the item's place in the list, counted from 0: before the fact if it removes the item, otherwise after it
 * @param rented the units that were subscriptions before the fact
 * @param status how the fact moved the status of the order
 */
public record ItemPlace(int index, int rented, StatusMove status) {

    /** Where the item stands after a fact. */
    static ItemPlace after(int number, OrderState before, OrderState after) {
        return of(number, before, after, after);
    }

    /** Where the item stood before the fact that removed it. */
    static ItemPlace before(int number, OrderState before, OrderState after) {
        return of(number, before, after, before);
    }

    private static ItemPlace of(int number, OrderState before, OrderState after, OrderState holding) {
        int rented = before.items().stream()
                .filter(item -> item.number() == number)
                .mapToInt(item -> item.subscriptions().size())
                .sum();
        return new ItemPlace(
                holding.items().indexOf(holding.item(number)), rented, new StatusMove(before.status(), after.status()));
    }

    /** How the status moved, and this field of the item; nothing when it isn't known where the item stood. */
    static Stream<FieldChange> change(
            @Nullable ItemPlace place, String field, @Nullable Object before, @Nullable Object after) {
        return place == null
                ? Stream.empty()
                : Stream.concat(
                        StatusMove.change(place.status),
                        FieldChange.of("items[" + place.index + "]" + field, before, after));
    }
}
