package dev.tenure.domain.shared;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When a change was made, by whom, and in which request. The instant is cut to milliseconds, the precision of the wire
 * and of the store, so that a value read back equals the value written.
 */
public record Stamp(Instant at, Actor by, @Nullable String requestId) {

    public Stamp {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        requestId = Text.optional("request id", requestId, Text.LINE);
    }
}
