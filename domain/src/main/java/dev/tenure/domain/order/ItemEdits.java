package dev.tenure.domain.order;

import dev.tenure.domain.catalog.CatalogError;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.SharedError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds out what the full new list of an edit means for the items there are. A line that names a contract length is matched to the
 * item with that SKU and length; one that names none to the only item with its SKU. What is left over was added or removed.
 */
final class ItemEdits {

    private final List<ItemEdit> added = new ArrayList<>();
    private final Map<OrderItem, Integer> kept = new LinkedHashMap<>();
    private final List<OrderItem> removed;

    ItemEdits(List<OrderItem> items, List<ItemEdit> lines) {
        removed = new ArrayList<>(items);
        List<ItemEdit> unmatched = new ArrayList<>();
        for (ItemEdit line : lines) {
            List<OrderItem> candidates = removed.stream()
                    .filter(item -> item.sku().equals(line.sku()))
                    .filter(item -> line.contractLength() == null || item.contractLength() == line.contractLength())
                    .toList();
            if (line.contractLength() == null && candidates.size() > 1) {
                throw new InvalidValue(
                        SharedError.VALIDATION_ERROR,
                        "SKU %s stands on %d items; name the contractLength of the one that is meant"
                                .formatted(line.sku(), candidates.size()),
                        Map.of("sku", line.sku().value()));
            }
            if (candidates.isEmpty()) {
                unmatched.add(line);
            } else {
                kept.put(candidates.get(0), line.quantity());
                removed.remove(candidates.get(0));
            }
        }
        for (ItemEdit line : unmatched) {
            refuseChangeOfLength(line);
            added.add(line);
        }
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

    List<ItemEdit> added() {
        return added;
    }

    List<OrderItem> removed() {
        return removed;
    }

    /** Items that stay, each with the quantity it is to have. */
    Map<OrderItem, Integer> kept() {
        return kept;
    }
}
