package dev.tenure.application.shared;

import dev.tenure.domain.shared.SharedError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list: at most so many rows, after the cursor of the page before.
 *
 * @param most the largest limit of the list
 */
public record PageRequest(int limit, @Nullable String startAfter, int most) {

    public static final int MAX_LIMIT = 100;
    public static final int DEFAULT_LIMIT = 50;

    public static final PageRequest FIRST = new PageRequest(DEFAULT_LIMIT, null);

    /** @throws InvalidCommand {@code VALIDATION_ERROR} when the limit is not 1 to {@code most}; it is never clipped */
    public PageRequest {
        if (limit < 1 || limit > most) {
            throw new InvalidCommand(
                    SharedError.VALIDATION_ERROR,
                    List.of(new FieldError(
                            "limit",
                            limit < 1 ? "too_small" : "too_big",
                            "must be 1 to %d, not %d".formatted(most, limit))));
        }
    }

    /** A page of a list with limits up to {@value #MAX_LIMIT}. */
    public PageRequest(int limit, @Nullable String startAfter) {
        this(limit, startAfter, MAX_LIMIT);
    }
}
