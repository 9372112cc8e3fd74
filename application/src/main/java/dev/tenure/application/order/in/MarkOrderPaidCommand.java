package dev.tenure.application.order.in;

import dev.tenure.domain.shared.Text;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The order that was paid.
 *
 * @param reference identifies the payment, such as a bank's reference
 * @param paidAmount in the order's currency; the monthly total, if null
 */
public record MarkOrderPaidCommand(
        @NotBlank String orderId,
        @NotBlank @Size(max = Text.LINE) String reference,
        @PositiveOrZero @Nullable BigDecimal paidAmount) {}
