package dev.tenure.domain.order;

import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.Recorded;
import dev.tenure.domain.shared.Text;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The extended order of an extension order, the number of months, and the last day of the contract before and after.
 *
 * <p>Worked example: order {@code ord_0} runs until 2025-06-30; extended by 6 months it runs until 2025-12-31.
 */
public record ExtensionDetails(
        Recorded<OrderId> originalOrderId,
        int extensionMonths,
        Recorded<LocalDate> previousEndDate,
        Recorded<LocalDate> newEndDate,
        @Nullable String reason) {

    /** @throws InvalidValue {@code VALIDATION_ERROR} when there are no months, or the reason is too long */
    public ExtensionDetails {
        if (extensionMonths < 1) {
            throw InvalidValue.of("extensionMonths", "extensionMonths must be at least 1, not " + extensionMonths);
        }
        reason = Text.optional("reason", reason, Text.REASON);
    }

    /** The details of a new order. */
    public ExtensionDetails(
            OrderId originalOrderId,
            int extensionMonths,
            LocalDate previousEndDate,
            LocalDate newEndDate,
            @Nullable String reason) {
        this(
                Recorded.of(originalOrderId),
                extensionMonths,
                Recorded.of(previousEndDate),
                Recorded.of(newEndDate),
                reason);
    }

    void requireValues() {
        originalOrderId.requireValue("extensionDetails.originalOrderId");
        previousEndDate.requireValue("extensionDetails.previousEndDate");
        newEndDate.requireValue("extensionDetails.newEndDate");
    }
}
