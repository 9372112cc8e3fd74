package dev.tenure.application.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page as a store gives it: the rows, and the position of the last of them when more follow. */
public record Slice<T>(List<T> rows, @Nullable Position next) {

    public Slice {
        rows = List.copyOf(rows);
    }

    /** The end of a page: the sort values of its last row, ending with its id, in the format of the store. */
    public record Position(List<String> values) {

        public Position {
            values = List.copyOf(values);
        }
    }
}
