package dev.tenure.application.order.in;

import dev.tenure.domain.event.FieldChange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an order.
 *
 * @param sequence 1 for the placing, and on without a gap
 * @param type what happened, in a word: {@code unit_fulfilled}
 * @param changes what differs since; nothing for the placing, with which all began
 */
public record OrderEventView(
        long sequence,
        String type,
        Instant at,
        String actor,
        @Nullable String requestId,
        @Nullable String reason,
        List<Difference> changes) {

    public OrderEventView {
        changes = List.copyOf(changes);
    }

    /**
     * One thing that differs. Values are those of the model: text, numbers, truth values, words (enums), instants, money, a whole
     * {@link dev.tenure.domain.order.OrderItem} where one came or went, and free JSON in custom fields. Null is none.
     *
     * @param path the field as a client writes it: {@code customer.email}, {@code items[1].quantity}
     */
    public record Difference(
            String path, @Nullable Object before, @Nullable Object after) {

        public static Difference of(FieldChange change) {
            return new Difference(change.path(), change.before(), change.after());
        }
    }
}
