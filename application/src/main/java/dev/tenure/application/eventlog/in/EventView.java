package dev.tenure.application.eventlog.in;

import dev.tenure.domain.event.Event;
import dev.tenure.domain.event.Fact;
import dev.tenure.domain.event.FieldChange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an aggregate.
 *
 * @param sequence 1 for the first event, then without a gap
 * @param type what happened: {@code unit_fulfilled}
 * @param changes what it changed; nothing for the first event, which made the aggregate
 */
public record EventView(
        long sequence,
        String type,
        Instant at,
        String actor,
        @Nullable String requestId,
        @Nullable String reason,
        List<FieldChange> changes) {

    public EventView {
        changes = List.copyOf(changes);
    }

    public static EventView of(Event<? extends Fact> event) {
        return new EventView(
                event.sequence(),
                event.fact().name(),
                event.stamp().at(),
                event.stamp().by().value(),
                event.stamp().requestId(),
                event.fact().reason().orElse(null),
                event.fact().changes());
    }
}
