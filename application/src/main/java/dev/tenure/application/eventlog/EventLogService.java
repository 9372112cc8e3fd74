package dev.tenure.application.eventlog;

import dev.tenure.application.eventlog.in.EventView;
import dev.tenure.application.eventlog.in.ReadEvents;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.Cursors;
import dev.tenure.application.shared.NotFound;
import dev.tenure.application.shared.Page;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.application.shared.Slice;
import dev.tenure.application.shared.Slice.Position;
import dev.tenure.application.shared.SortDirection;
import dev.tenure.domain.event.Event;
import dev.tenure.domain.event.Fact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the event log, page by page. */
public final class EventLogService implements ReadEvents {

    private final List<AggregateHistory> histories;
    private final Cursors cursors;

    public EventLogService(List<AggregateHistory> histories, Cursors cursors) {
        this.histories = List.copyOf(histories);
        this.cursors = cursors;
    }

    @Override
    public Page<EventView> read(
            Caller caller, String aggregateType, String aggregateId, SortDirection direction, PageRequest page) {
        caller.requireAnyOf(ReadEvents.PERMISSIONS);
        AggregateHistory history = histories.stream()
                .filter(known -> known.type().equals(aggregateType))
                .findFirst()
                .orElseThrow(() -> new NotFound(aggregateType, aggregateId));
        caller.require(history.permission());
        Object signed = List.of(aggregateType + " events", caller.tenant(), aggregateId, direction);
        Position after = cursors.position(page, signed);
        List<? extends Event<? extends Fact>> events = history.events().apply(caller, aggregateId);
        return cursors.page(slice(events, direction, page.limit(), after), page.limit(), signed);
    }

    private static Slice<EventView> slice(
            List<? extends Event<? extends Fact>> events,
            SortDirection direction,
            int limit,
            @Nullable Position after) {
        boolean ascending = direction == SortDirection.ASC;
        // The event with the sequence n stands at n - 1, so a sequence is the place of the event that follows it.
        int last = after == null
                ? ascending ? 0 : events.size() + 1
                : Integer.parseInt(after.values().get(0));
        int from = ascending ? last : Math.max(0, last - 1 - limit);
        int to = ascending ? Math.min(events.size(), last + limit) : last - 1;
        List<EventView> rows =
                events.subList(from, to).stream().map(EventView::of).collect(Collectors.toCollection(ArrayList::new));
        boolean more = ascending ? to < events.size() : from > 0;
        if (!ascending) {
            Collections.reverse(rows);
        }
        return new Slice<>(rows, more ? positionOf(rows.get(rows.size() - 1)) : null);
    }

    private static Position positionOf(EventView event) {
        return new Position(List.of(String.valueOf(event.sequence())));
    }
}
