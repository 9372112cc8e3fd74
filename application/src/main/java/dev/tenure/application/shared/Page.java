package dev.tenure.application.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a list, and the cursor of the next one; there is none on the last page. */
public record Page<T>(List<T> rows, int limit, @Nullable String nextCursor) {

    public Page {
        rows = List.copyOf(rows);
    }

    public boolean hasMore() {
        return nextCursor != null;
    }
}
