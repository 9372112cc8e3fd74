package dev.tenure.domain.order;

import dev.tenure.domain.event.FieldChange;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The status of an order before and after a fact; equal when the fact did not change it. */
public record StatusMove(OrderStatus before, OrderStatus after) {

    static Stream<FieldChange> change(@Nullable StatusMove move) {
        return move == null ? Stream.empty() : FieldChange.of("status", move.before, move.after);
    }
}
