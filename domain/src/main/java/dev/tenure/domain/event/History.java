package dev.tenure.domain.event;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * All events of one aggregate up to an instant: at least one, the sequences 1, 2, 3 … without a gap.
 *
 * <p>Worked example: of the events 1 {@code placed}, 2 {@code confirmed} and 3 {@code cancelled} the first two are a
 * history, too; the last two are not.
 */
public record History<F extends Fact>(List<Event<F>> events) {

    /** @throws IllegalArgumentException when there is no event, or a sequence is missing or repeated */
    public History {
        events = List.copyOf(events);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a history has at least one event");
        }
        for (int i = 0; i < events.size(); i++) {
            requireNext(i, events.get(i));
        }
    }

    /** @throws IllegalArgumentException when this event is not the one after that version */
    public static void requireNext(long version, Event<?> event) {
        if (event.sequence() != version + 1) {
            throw new IllegalArgumentException("event %d can't follow version %d".formatted(event.sequence(), version));
        }
    }

    /** The state: the first event creates it, and each of the others is applied to it. */
    public <S> S fold(Function<Event<F>, S> begin, BiFunction<S, Event<F>, S> next) {
        S state = begin.apply(events.get(0));
        for (Event<F> event : events.subList(1, events.size())) {
            state = next.apply(state, event);
        }
        return state;
    }
}
