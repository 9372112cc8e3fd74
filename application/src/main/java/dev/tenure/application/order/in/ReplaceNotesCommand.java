package dev.tenure.application.order.in;

import dev.tenure.domain.shared.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Which order, and its new notes.
 *
 * @param notes blank takes them away
 */
public record ReplaceNotesCommand(
        @NotBlank String orderId,
        @NotNull @Size(max = Text.NOTES) String notes) {}
