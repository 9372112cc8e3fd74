package dev.tenure.application.order.in;

import dev.tenure.domain.shared.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The order to close, and the reason. */
public record CloseOrderCommand(
        @NotBlank String orderId,
        @NotBlank @Size(max = Text.REASON) String reason) {}
