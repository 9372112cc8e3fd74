package dev.tenure.domain.order;

import dev.tenure.domain.catalog.CatalogError;
import dev.tenure.domain.pricing.CostOverrides;
import dev.tenure.domain.shared.ErrorCode;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.shared.SharedError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Compares the full new list of an edit with the existing items. A line with a contract length matches an item with
 * that SKU and length: of several, one with the same quantity, and of these a locked one first. A line without a length
 * matches the only item with its SKU. Unmatched lines are additions, unmatched items are removals. The order of the
 * lines does not matter.
 *
 * <p>Worked example: for 2 laptops for 24 months and 1 tablet, the list "3 laptops, 1 monitor" changes the quantity of
 * the laptops to 3, adds the monitor (line 1) and removes the tablet.
 */
public final class ItemEdits {

    private final Map<Integer, ItemEdit> added = new TreeMap<>();
    private final Map<OrderItem, Integer> changed = new LinkedHashMap<>();
    private final List<OrderItem> removed;
    private final int lastNumber;
    private final List<Refusal> refusals = new ArrayList<>();

    /** A refused line, counted from 0; the details name its {@code field}. */
    public record Refusal(int line, InvalidValue why) {}

    public ItemEdits(List<OrderItem> items, List<ItemEdit> lines) {
        lastNumber = items.stream().mapToInt(OrderItem::number).max().orElse(0);
        removed = new ArrayList<>(items);
        for (int i = 0; i < lines.size(); i++) {
            refuseAmbiguity(i, lines.get(i), items);
        }
        // Specific lines match first and leave the other items to general ones.
        List<Integer> open = IntStream.range(0, lines.size())
                .boxed()
                .filter(line -> refusals.stream().noneMatch(refusal -> refusal.line() == line))
                .sorted(Comparator.<Integer, Boolean>comparing(
                                line -> lines.get(line).contractLength() == null)
                        .thenComparing(line -> lines.get(line).overrides().equals(CostOverrides.NONE)))
                .collect(Collectors.toCollection(ArrayList::new));
        match(open, lines, (item, line) -> item.quantity() == line.quantity() && agree(item, line));
        match(open, lines, ItemEdits::agree);
        match(open, lines, (item, line) -> true);
        open.forEach(line -> added.put(line, lines.get(line)));
        if (refusals.isEmpty()) {
            added.forEach(this::refuseChangeOfLength);
        }
    }

    private void refuseAmbiguity(int number, ItemEdit line, List<OrderItem> items) {
        long candidates =
                items.stream().filter(item -> item.sku().equals(line.sku())).count();
        if (line.contractLength() == null && candidates > 1) {
            refuse(
                    number,
                    SharedError.VALIDATION_ERROR,
                    "SKU %s stands on %d items; name the contractLength of the one that is meant"
                            .formatted(line.sku(), candidates),
                    Map.of("field", "contractLength", "sku", line.sku().value()));
        }
    }

    private void match(List<Integer> open, List<ItemEdit> lines, BiPredicate<OrderItem, ItemEdit> condition) {
        open.removeIf(number -> {
            ItemEdit line = lines.get(number);
            OrderItem item = take(line, condition);
            if (item == null) {
                return false;
            }
            refuseOtherOverride(number, "listPriceOverride", line, item, CostOverrides::listPrice);
            refuseOtherOverride(number, "acquisitionCostOverride", line, item, CostOverrides::acquisitionCost);
            if (item.quantity() != line.quantity()) {
                changed.put(item, line.quantity());
            }
            return true;
        });
    }

    // Of equal items a locked one first: if the line matches it unchanged, the other one can change.
    private @Nullable OrderItem take(ItemEdit line, BiPredicate<OrderItem, ItemEdit> condition) {
        Integer length = line.contractLength();
        OrderItem taken = removed.stream()
                .filter(item -> item.sku().equals(line.sku())
                        && (length == null || item.contractLength() == length)
                        && condition.test(item, line))
                .min(Comparator.comparing(item -> !item.isLocked()))
                .orElse(null);
        removed.remove(taken);
        return taken;
    }

    private static boolean agree(OrderItem item, ItemEdit line) {
        return agree(item, line, CostOverrides::listPrice) && agree(item, line, CostOverrides::acquisitionCost);
    }

    private static boolean agree(OrderItem item, ItemEdit line, Amount amount) {
        Money given = amount.of(line.overrides());
        return given == null || Objects.equals(given, amount.of(item.price().overrides()));
    }

    private void refuseOtherOverride(int number, String field, ItemEdit line, OrderItem item, Amount amount) {
        if (!agree(item, line, amount)) {
            Money captured = amount.of(item.price().overrides());
            refuse(
                    number,
                    SharedError.VALIDATION_ERROR,
                    "the %s of SKU %s is fixed since the item was ordered, at %s"
                            .formatted(field, line.sku(), captured == null ? "none" : captured),
                    Map.of("field", field, "sku", line.sku().value()));
        }
    }

    // Removing a SKU and adding it with another length is an attempt to change the length.
    private void refuseChangeOfLength(int number, ItemEdit line) {
        removed.stream()
                .filter(item -> item.sku().equals(line.sku()))
                .findFirst()
                .ifPresent(item -> refuse(
                        number,
                        CatalogError.INVALID_CONTRACT_LENGTH,
                        "the contract length of SKU %s is fixed at %d months since the order was placed"
                                .formatted(item.sku(), item.contractLength()),
                        Map.of(
                                "field",
                                "contractLength",
                                "sku",
                                item.sku().value(),
                                "allowed",
                                List.of(item.contractLength()))));
    }

    private void refuse(int line, ErrorCode code, String message, Map<String, Object> details) {
        refusals.add(new Refusal(line, new InvalidValue(code, message, details)));
    }

    /** Every refused line; if there is one, the other results are meaningless. */
    public List<Refusal> refusals() {
        return Collections.unmodifiableList(refusals);
    }

    /** The lines that match no item, by their index in the list, counted from 0. */
    public Map<Integer, ItemEdit> added() {
        return Collections.unmodifiableMap(added);
    }

    /** Additions first and removals last, so that the order is never temporarily empty or fulfilled. */
    List<OrderFact> facts(NewItems newItems) {
        List<OrderFact> facts = new ArrayList<>();
        int number = lastNumber;
        for (ItemEdit line : added.values()) {
            number++;
            facts.add(new OrderFact.ItemAdded(newItems.price(number, line), null));
        }
        changed.forEach((item, quantity) ->
                facts.add(new OrderFact.ItemQuantityChanged(item.number(), item.quantity(), quantity, null)));
        removed.forEach(item -> facts.add(new OrderFact.ItemRemoved(item, null)));
        return facts;
    }

    boolean areNone() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }

    List<OrderItem> removed() {
        return removed;
    }

    /** The items whose quantity changes, with the new quantity. */
    Map<OrderItem, Integer> changed() {
        return changed;
    }

    /** One of the two amounts that a line can override. */
    @FunctionalInterface
    private interface Amount {

        @Nullable
        Money of(CostOverrides overrides);
    }
}
