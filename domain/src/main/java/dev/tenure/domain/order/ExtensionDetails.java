package dev.tenure.domain.order;

import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.SharedError;
import dev.tenure.domain.shared.Text;
import org.jspecify.annotations.Nullable;

/** What an extension order extends: the original order, by how many months, and the end dates as the client wrote them. */
public record ExtensionDetails(
        String originalOrderId,
        int extensionMonths,
        String previousEndDate,
        String newEndDate,
        @Nullable String reason) {

    public ExtensionDetails {
        originalOrderId = Text.required("originalOrderId", originalOrderId, Text.LINE);
        if (extensionMonths < 1) {
            throw new InvalidValue(
                    SharedError.VALIDATION_ERROR, "extensionMonths must be at least 1, not " + extensionMonths);
        }
        previousEndDate = Text.required("previousEndDate", previousEndDate, Text.LINE);
        newEndDate = Text.required("newEndDate", newEndDate, Text.LINE);
        reason = Text.optional("reason", reason, Text.REASON);
    }
}
