package dev.tenure.domain.event;

import dev.tenure.domain.shared.Stamp;

/**
 * A fact in the history of one aggregate, with its sequence and its stamp.
 *
 * @param sequence the aggregate's version after this event: 1 for the first, then without a gap
 */
public record Event<F extends Fact>(long sequence, Stamp stamp, F fact) {

    /** @throws IllegalArgumentException when the sequence is below 1 */
    public Event {
        if (sequence < 1) {
            throw new IllegalArgumentException("the first event has the sequence 1, not " + sequence);
        }
    }
}
