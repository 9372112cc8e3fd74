package dev.tenure.application.memory;

import dev.tenure.application.shared.Slice;
import dev.tenure.application.shared.Slice.Position;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Pages of rows that are sorted by some keys, the last of which is unique. */
final class Keyset<T> {

    private final List<Key<T>> keys;
    private final Comparator<List<String>> order;

    private Keyset(List<Key<T>> keys, Comparator<List<String>> order) {
        this.keys = keys;
        this.order = order;
    }

    static <T> Keyset<T> ascending(List<Key<T>> keys) {
        return new Keyset<>(keys, (left, right) -> compare(keys, left, right));
    }

    static <T> Keyset<T> descending(List<Key<T>> keys) {
        return new Keyset<>(keys, ascending(keys).order.reversed());
    }

    Slice<T> page(Stream<T> rows, int limit, @Nullable Position after) {
        List<T> found = rows.filter(row -> after == null || order.compare(values(row), after.values()) > 0)
                .sorted((left, right) -> order.compare(values(left), values(right)))
                .limit(limit + 1L)
                .toList();
        if (found.size() <= limit) {
            return new Slice<>(found, null);
        }
        return new Slice<>(found.subList(0, limit), new Position(values(found.get(limit - 1))));
    }

    private List<String> values(T row) {
        return keys.stream().map(key -> key.spelled().apply(row)).toList();
    }

    private static <T> int compare(List<Key<T>> keys, List<String> left, List<String> right) {
        for (int i = 0; i < keys.size(); i++) {
            int difference = keys.get(i).order().compare(left.get(i), right.get(i));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    /** A value that rows are sorted by, as it is spelled in a position, and how two spellings compare. */
    record Key<T>(Function<T, String> spelled, Comparator<String> order) {

        static <T> Key<T> text(Function<T, String> value) {
            return new Key<>(value, Comparator.naturalOrder());
        }

        static <T> Key<T> instant(Function<T, Instant> value) {
            return new Key<>(row -> value.apply(row).toString(), Comparator.comparing(Instant::parse));
        }

        static <T> Key<T> number(Function<T, BigDecimal> value) {
            return new Key<>(row -> value.apply(row).toPlainString(), Comparator.comparing(BigDecimal::new));
        }
    }
}
