package dev.tenure.application.order.in;

import dev.tenure.domain.shared.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The order and its new notes.
 *
 * @param notes blank clears them
 */
public record ReplaceNotesCommand(
        @NotBlank String orderId,
        @NotNull @Size(max = Text.NOTES) String notes) {}
