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
 * What the full new list of an edit means for the items there are. A line that names a contract length is matched to an item with that
 * SKU and length, if there are several to one with the same quantity, and of those to a locked one first; a line that names none to the only item with its SKU. What is left
 * over was added or removed. The order of the lines makes no difference to what is matched.
 *
 * <p>Worked example: of 2 laptops for 24 months and 1 tablet, the list "3 laptops, 1 monitor" changes the laptops' quantity to 3, adds
 * the monitor (line 1) and removes the tablet.
 */
public final class ItemEdits {

    private final Map<Integer, ItemEdit> added = new TreeMap<>();
    private final Map<OrderItem, Integer> changed = new LinkedHashMap<>();
    private final List<OrderItem> removed;
    private final int lastNumber;
    private final List<Refusal> refusals = new ArrayList<>();

    /** A line, counted from 0, that can't be meant; the details name its {@code field}. */
    public record Refusal(int line, InvalidValue why) {}

    public ItemEdits(List<OrderItem> items, List<ItemEdit> lines) {
        lastNumber = items.stream().mapToInt(OrderItem::number).max().orElse(0);
        removed = new ArrayList<>(items);
        for (int i = 0; i < lines.size(); i++) {
            refuseAmbiguity(i, lines.get(i), items);
        }
        // Lines that say more first: what they leave is for those that say less.
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

    // Of twins the locked one first: where a line fits it as it is, the other is free to change.
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

    // A SKU that loses an item and gains one of another length is an attempt to change the length of the line.
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

    /** Every line that can't be meant; where there is one, the rest says nothing. */
    public List<Refusal> refusals() {
        return Collections.unmodifiableList(refusals);
    }

    /** The lines that fit no item, by their places in the list, counted from 0. */
    public Map<Integer, ItemEdit> added() {
        return Collections.unmodifiableMap(added);
    }

    /** Additions first and removals last, so that the order is never empty or fulfilled on the way. */
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

    /** Items that stay under another quantity, and that quantity. */
    Map<OrderItem, Integer> changed() {
        return changed;
    }

    /** One of the two amounts that can be given by hand. */
    @FunctionalInterface
    private interface Amount {

        @Nullable
        Money of(CostOverrides overrides);
    }
}
