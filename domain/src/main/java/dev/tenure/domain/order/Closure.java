package dev.tenure.domain.order;

import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.SharedError;
import dev.tenure.domain.shared.Text;
import java.time.Instant;

/** When and why the open units of a partly fulfilled order were given up. */
public record Closure(Instant at, String reason, int unitsGivenUp) {

    public Closure {
        reason = Text.required("reason", reason, Text.REASON);
        if (unitsGivenUp < 1) {
            throw new InvalidValue(
                    SharedError.VALIDATION_ERROR, "a closure gives up at least 1 unit, not " + unitsGivenUp);
        }
    }
}
