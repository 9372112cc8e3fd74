package dev.tenure.domain.order;

import dev.tenure.domain.catalog.CatalogError;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.SharedError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what the full new list of an edit means for the items there are. A line that names a contract length is matched to an
 * item with that SKU and length, if there are several to one with the same quantity; a line that names none to the only item with its
 * SKU. What is left over was added or removed. The order of the lines makes no difference to what is matched.
 */
final class ItemEdits {

    private final List<ItemEdit> added = new ArrayList<>();
    private final Map<OrderItem, Integer> changed = new LinkedHashMap<>();
    private final List<OrderItem> removed;

    ItemEdits(List<OrderItem> items, List<ItemEdit> lines) {
        lines.forEach(line -> requireUnambiguous(items, line));
        removed = new ArrayList<>(items);
        List<ItemEdit> unmatched = new ArrayList<>();
        for (ItemEdit line : lines) {
            if (take(line, item -> item.quantity() == line.quantity()) == null) {
                unmatched.add(line);
            }
        }
        for (ItemEdit line : unmatched) {
            OrderItem item = take(line, any -> true);
            if (item == null) {
                added.add(line);
            } else {
                changed.put(item, line.quantity());
            }
        }
        added.forEach(this::refuseChangeOfLength);
    }

    private static void requireUnambiguous(List<OrderItem> items, ItemEdit line) {
        long candidates =
                items.stream().filter(item -> item.sku().equals(line.sku())).count();
        if (line.contractLength() == null && candidates > 1) {
            throw new InvalidValue(
                    SharedError.VALIDATION_ERROR,
                    "SKU %s stands on %d items; name the contractLength of the one that is meant"
                            .formatted(line.sku(), candidates),
                    Map.of("sku", line.sku().value()));
        }
    }

    private @Nullable OrderItem take(ItemEdit line, Predicate<OrderItem> condition) {
        Integer length = line.contractLength();
        for (OrderItem item : removed) {
            if (item.sku().equals(line.sku())
                    && (length == null || item.contractLength() == length)
                    && condition.test(item)) {
                removed.remove(item);
                return item;
            }
        }
        return null;
    }

    // A SKU that loses an item and gains one of another length is an attempt to change the length of the line.
    private void refuseChangeOfLength(ItemEdit line) {
        removed.stream()
                .filter(item -> item.sku().equals(line.sku()))
                .findFirst()
                .ifPresent(item -> {
                    throw new InvalidValue(
                            CatalogError.INVALID_CONTRACT_LENGTH,
                            "the contract length of SKU %s is fixed at %d months since the order was placed"
                                    .formatted(item.sku(), item.contractLength()),
                            Map.of("sku", item.sku().value(), "allowed", List.of(item.contractLength())));
                });
    }

    boolean areNone() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }

    List<ItemEdit> added() {
        return added;
    }

    List<OrderItem> removed() {
        return removed;
    }

    /** Items that stay under another quantity, and that quantity. */
    Map<OrderItem, Integer> changed() {
        return changed;
    }
}
