package dev.tenure.domain.order;

import dev.tenure.domain.shared.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** That, when and why an order was called off. */
public record Cancellation(Instant at, @Nullable String reason) {

    public Cancellation {
        reason = Text.optional("reason", reason, Text.REASON);
    }
}
