package dev.tenure.domain.order;

import dev.tenure.domain.shared.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When and why an order was cancelled. */
public record Cancellation(Instant at, @Nullable String reason) {

    public Cancellation {
        reason = Text.optional("reason", reason, Text.REASON);
    }
}
