package dev.tenure.application.order.in;

import dev.tenure.domain.shared.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The order to cancel, and the reason, if any. */
public record CancelOrderCommand(
        @NotBlank String orderId,
        @Size(max = Text.REASON) @Nullable String reason) {}
