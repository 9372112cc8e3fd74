package dev.tenure.application.shared;

import dev.tenure.domain.shared.SharedError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which page of a list: at most so many rows, after the cursor that the page before gave. */
public record PageRequest(int limit, @Nullable String startAfter) {

    public static final int MAX_LIMIT = 100;
    public static final int DEFAULT_LIMIT = 50;

    public static final PageRequest FIRST = new PageRequest(DEFAULT_LIMIT, null);

    /** @throws InvalidCommand {@code VALIDATION_ERROR} when the limit is not 1 to {@value #MAX_LIMIT}; it is never clipped */
    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new InvalidCommand(
                    SharedError.VALIDATION_ERROR,
                    List.of(new FieldError(
                            "limit",
                            limit < 1 ? "too_small" : "too_big",
                            "must be 1 to %d, not %d".formatted(MAX_LIMIT, limit))));
        }
    }
}
