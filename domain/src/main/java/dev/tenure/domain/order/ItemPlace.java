package dev.tenure.domain.order;

import dev.tenure.domain.event.FieldChange;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The place of an item before or after a fact.
 *
 * @param index the index of the item in the list, from 0: before the fact if it removes the item, otherwise after it
 * @param rented the number of units that were subscriptions before the fact
 * @param status the status of the order before and after the fact
 */
public record ItemPlace(int index, int rented, StatusMove status) {

    /** The place of the item after a fact. */
    static ItemPlace after(int number, OrderState before, OrderState after) {
        return of(number, before, after, after);
    }

    /** The place of the item before the fact that removed it. */
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

    /** The changes of the status and of this field of the item; empty when the place of the item is unknown. */
    static Stream<FieldChange> change(
            @Nullable ItemPlace place, String field, @Nullable Object before, @Nullable Object after) {
        return place == null
                ? Stream.empty()
                : Stream.concat(
                        StatusMove.change(place.status),
                        FieldChange.of("items[" + place.index + "]" + field, before, after));
    }
}
