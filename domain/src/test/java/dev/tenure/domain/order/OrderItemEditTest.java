package dev.tenure.domain.order;

import static dev.tenure.domain.catalog.CatalogFixtures.CHAIR;
import static dev.tenure.domain.catalog.CatalogFixtures.IPAD;
import static dev.tenure.domain.catalog.CatalogFixtures.MACBOOK;
import static dev.tenure.domain.order.OrderFixtures.anOrder;
import static dev.tenure.domain.order.OrderFixtures.catalogPrices;
import static dev.tenure.domain.order.OrderFixtures.item;
import static dev.tenure.domain.order.OrderFixtures.line;
import static dev.tenure.domain.order.OrderFixtures.loaded;
import static dev.tenure.domain.order.OrderFixtures.unit;
import static dev.tenure.domain.shared.SharedFixtures.eur;
import static dev.tenure.domain.shared.SharedFixtures.stamp;
import static java.time.temporal.ChronoUnit.MONTHS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.tenure.domain.catalog.CatalogError;
import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.event.Event;
import dev.tenure.domain.pricing.CostOverrides;
import dev.tenure.domain.shared.DomainException;
import dev.tenure.domain.shared.ErrorCode;
import dev.tenure.domain.shared.IllegalTransition;
import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.RuleViolated;
import dev.tenure.domain.shared.SharedError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderItemEditTest {

    private static final NewItems NOTHING_NEW = (number, line) -> {
        throw new AssertionError("nothing is added here, but " + line + " was to be priced");
    };

    @Test
    void a_new_line_is_added_at_todays_price() {
        var order = loaded(anOrder().with(item(MACBOOK).times(2)).pending());

        var edited = edit(order, line(MACBOOK, 2), line(IPAD, 3, 12));

        assertThat(shown(edited)).containsExactly("1: 2 x MACBOOK-PRO-16-M3 / 24", "2: 3 x IPAD-AIR-11 / 12");
        assertThat(edited.state().item(2).price().unitPrice()).isEqualTo(eur("59.00"));
        assertThat(facts(edited))
                .containsExactly(new OrderFact.ItemAdded(edited.state().item(2), place(1)));
    }

    @Test
    void a_missing_line_is_removed_and_numbers_stay() {
        var order =
                loaded(anOrder().with(item("A")).with(item("B")).with(item("C")).pending());

        var edited = edit(order, line("A", 1), line("C", 1));

        assertThat(shown(edited)).containsExactly("1: 1 x A / 24", "3: 1 x C / 24");
        assertThat(facts(edited))
                .containsExactly(new OrderFact.ItemRemoved(order.state().item(2), place(1)));
    }

    @Test
    void a_quantity_is_changed_and_the_price_stays() {
        var order = loaded(anOrder().with(item(MACBOOK).at("70.00")).pending());

        var edited = edit(order, line(MACBOOK, 5));

        assertThat(edited.state().item(1).quantity()).isEqualTo(5);
        assertThat(edited.state().item(1).price().unitPrice()).isEqualTo(eur("70.00"));
        assertThat(facts(edited)).containsExactly(new OrderFact.ItemQuantityChanged(1, 1, 5, place(0)));
    }

    @Test
    void an_edit_may_add_change_and_remove_at_once() {
        var order =
                loaded(anOrder().with(item("A")).with(item("B")).with(item("C")).confirmed());

        var edited = edit(order, line("D", 4), line("B", 7), line("C", 1));

        assertThat(shown(edited)).containsExactly("2: 7 x B / 24", "3: 1 x C / 24", "4: 4 x D / 24");
        assertThat(edited.state().status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(edited.changes()).extracting(Event::sequence).containsExactly(3L, 4L, 5L);
        assertThat(edited.changes()).extracting(Event::stamp).containsOnly(stamp(9));
    }

    @Test
    void every_line_may_be_replaced() {
        var order = anOrder().with(item("A")).with(item("B")).pending();

        var edited = edit(order, line("C", 1));

        assertThat(shown(edited)).containsExactly("3: 1 x C / 24");
    }

    @ParameterizedTest
    @EnumSource
    void a_list_that_says_what_there_is_changes_nothing_in_any_status(OrderStatus status) {
        var order = anOrder().with(item("A").times(2)).with(item("B").times(3)).in(status);

        assertThat(order.editItems(List.of(line("B", 3), line("A", 2, 24)), NOTHING_NEW, stamp(9)))
                .isSameAs(order);
    }

    @ParameterizedTest
    @EnumSource(names = {"FULFILLED", "CANCELLED"})
    void a_finished_order_takes_no_edit_and_prices_nothing(OrderStatus status) {
        var order = anOrder().with(item("A").times(2)).in(status);

        for (var lines : List.of(List.of(line("A", 3)), List.of(line("B", 1)), List.of(line("A", 2), line("B", 1)))) {
            assertThatExceptionOfType(IllegalTransition.class)
                    .isThrownBy(() -> order.editItems(lines, NOTHING_NEW, stamp(9)))
                    .extracting(IllegalTransition::code)
                    .isEqualTo(OrderError.INVALID_STATUS);
        }
    }

    @Test
    void an_item_with_a_subscription_can_be_neither_changed_nor_removed() {
        var order = anOrder().with(item("A").times(2)).with(item("B")).partial();

        refused(order, OrderError.ITEM_LOCKED, line("A", 3), line("B", 1));
        refused(order, OrderError.ITEM_LOCKED, line("A", 1), line("B", 1));
        refused(order, OrderError.ITEM_LOCKED, line("B", 1));
        refused(order, OrderError.ITEM_LOCKED, line("C", 1));
    }

    @Test
    void a_refused_edit_prices_nothing() {
        var order = anOrder().with(item("A").times(2)).partial();

        assertThatExceptionOfType(RuleViolated.class)
                .isThrownBy(() -> order.editItems(List.of(line("B", 1)), NOTHING_NEW, stamp(9)))
                .satisfies(refusal -> assertThat(refusal.details()).isEqualTo(Map.of("sku", "A", "subscriptions", 1)));
    }

    @Test
    void beside_a_locked_item_the_others_may_change() {
        var order = anOrder().with(item("A").times(2)).with(item("B")).partial();

        var edited = edit(order, line("A", 2), line("B", 4), line("C", 1));

        assertThat(shown(edited)).containsExactly("1: 2 x A / 24", "2: 4 x B / 24", "3: 1 x C / 24");
        assertThat(edited.state().status()).isEqualTo(OrderStatus.PARTIAL);
    }

    @Test
    void more_units_of_a_locked_item_come_on_a_line_of_their_own() {
        var order = anOrder().with(item("A").times(2)).partial();

        var edited = edit(order, line("A", 3, 24), line("A", 2, 24));

        assertThat(shown(edited)).containsExactly("1: 2 x A / 24", "2: 3 x A / 24");
    }

    @Test
    void an_order_with_nothing_left_open_is_fulfilled() {
        var order =
                loaded(anOrder().with(item("A")).with(item("B")).with(item("C")).partial());

        var edited = edit(order, line("A", 1));

        assertThat(edited.state().status()).isEqualTo(OrderStatus.FULFILLED);
        assertThat(edited.state().closure()).isNull();
        assertThat(edited.changes()).hasSize(2);
    }

    @Test
    void an_order_whose_open_item_is_replaced_is_partial_all_the_way() {
        var order = anOrder().with(item("A")).with(item("B")).partial();

        var edited = edit(order, line("A", 1), line("C", 1));

        for (int events = 2; events <= edited.changes().size(); events++) {
            assertThat(Order.replay(edited.changes().subList(0, events)).state().status())
                    .isEqualTo(OrderStatus.PARTIAL);
        }
    }

    @Test
    void an_order_keeps_at_least_one_line() {
        var order = anOrder().pending();

        refused(order, SharedError.VALIDATION_ERROR);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 10_001})
    void a_quantity_is_1_to_10000(int quantity) {
        var order = anOrder().with(item("A").times(2)).pending();

        refused(order, SharedError.VALIDATION_ERROR, line("A", quantity));
        refused(order, SharedError.VALIDATION_ERROR, line("A", 2), line("B", quantity));
        assertThat(edit(order, line("A", 10_000)).state().item(1).quantity()).isEqualTo(10_000);
    }

    @Test
    void a_contract_length_is_fixed() {
        var order = anOrder().with(item("A").for_(24, MONTHS)).with(item("B")).pending();

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> edit(order, line("A", 1, 36), line("B", 1)))
                .withMessage("the contract length of SKU A is fixed at 24 months since the order was placed")
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(CatalogError.INVALID_CONTRACT_LENGTH);
                    assertThat(refusal.details())
                            .isEqualTo(Map.of("field", "contractLength", "sku", "A", "allowed", List.of(24)));
                });
    }

    @Test
    void a_sku_may_be_added_in_another_length_while_its_item_stays() {
        var order = anOrder().with(item("A").for_(24, MONTHS)).pending();

        var edited = edit(order, line("A", 1, 24), line("A", 2, 36));

        assertThat(shown(edited)).containsExactly("1: 1 x A / 24", "2: 2 x A / 36");
    }

    @Test
    void a_sku_of_two_lengths_is_told_apart_by_length() {
        var order = anOrder()
                .with(item("A").for_(12, MONTHS))
                .with(item("A").for_(24, MONTHS))
                .pending();

        var edited = edit(order, line("A", 5, 24), line("A", 1, 12));

        assertThat(shown(edited)).containsExactly("1: 1 x A / 12", "2: 5 x A / 24");
    }

    @Test
    void one_of_two_lengths_may_be_removed_but_not_turned_into_a_third() {
        var order = anOrder()
                .with(item("A").for_(12, MONTHS))
                .with(item("A").for_(24, MONTHS))
                .pending();

        assertThat(shown(edit(order, line("A", 1, 24)))).containsExactly("2: 1 x A / 24");
        refused(order, CatalogError.INVALID_CONTRACT_LENGTH, line("A", 1, 24), line("A", 1, 36));
    }

    @Test
    void a_sku_of_two_lengths_needs_its_length_named_wherever_the_line_stands() {
        var order = anOrder()
                .with(item("A").for_(12, MONTHS))
                .with(item("A").for_(24, MONTHS))
                .pending();

        refused(order, SharedError.VALIDATION_ERROR, line("A", 1), line("A", 1, 24));
        refused(order, SharedError.VALIDATION_ERROR, line("A", 1, 24), line("A", 1));
    }

    @Test
    void twins_are_told_apart_by_quantity_so_that_the_order_of_lines_makes_no_difference() {
        var order = anOrder().with(item("A").times(2)).with(item("A").times(3)).partial();

        assertThat(order.editItems(List.of(line("A", 3, 24), line("A", 2, 24)), NOTHING_NEW, stamp(9)))
                .isSameAs(order);
        assertThat(shown(edit(order, line("A", 7, 24), line("A", 2, 24))))
                .containsExactly("1: 2 x A / 24", "2: 7 x A / 24");
    }

    @Test
    void a_line_that_names_its_length_takes_its_item_before_one_that_names_none() {
        var order = anOrder().with(item("A").times(2)).pending();

        for (var lines : List.of(List.of(line("A", 3), line("A", 5, 24)), List.of(line("A", 5, 24), line("A", 3)))) {
            var edited = order.editItems(lines, catalogPrices(), stamp(9));

            assertThat(shown(edited)).containsExactly("1: 5 x A / 24", "2: 3 x A / 24");
        }
    }

    @Test
    void a_line_that_stays_may_repeat_its_overrides_but_not_change_them() {
        var captured = new CostOverrides(eur("2000.00"), null);
        var order = anOrder().with(item("A").overriding(captured)).pending();

        assertThat(order.editItems(List.of(with(captured, "A", 1)), NOTHING_NEW, stamp(9)))
                .isSameAs(order);
        assertThat(shown(edit(order, with(captured, "A", 4)))).containsExactly("1: 4 x A / 24");
        assertThat(shown(edit(order, line("A", 5)))).containsExactly("1: 5 x A / 24");
        refused(order, SharedError.VALIDATION_ERROR, with(new CostOverrides(eur("2000.01"), null), "A", 1));
        refused(order, SharedError.VALIDATION_ERROR, with(new CostOverrides(null, eur("1.00")), "A", 1));
    }

    @Test
    void of_twins_the_one_without_a_subscription_is_changed_or_goes() {
        var order = anOrder().with(item("A").times(2)).with(item("A").times(2)).pending();
        var secondLocked = order.fulfil(unit(2, 1), false, stamp(8));

        assertThat(shown(edit(secondLocked, line("A", 2, 24)))).containsExactly("2: 2 x A / 24");
        assertThat(shown(edit(secondLocked, line("A", 2, 24), line("A", 7, 24))))
                .containsExactly("1: 7 x A / 24", "2: 2 x A / 24");
    }

    @Test
    void twins_are_told_apart_by_their_overrides() {
        var one = new CostOverrides(eur("1.00"), null);
        var two = new CostOverrides(eur("2.00"), null);
        var order = anOrder()
                .with(item("A").overriding(one))
                .with(item("A").overriding(two))
                .pending();

        assertThat(shown(order.editItems(
                        List.of(withLength(two, "A", 7), withLength(one, "A", 1)), NOTHING_NEW, stamp(9))))
                .containsExactly("1: 1 x A / 24", "2: 7 x A / 24");
    }

    @Test
    void every_line_that_can_not_be_meant_is_named() {
        var order = anOrder()
                .with(item("A"))
                .with(item("B").for_(12, MONTHS))
                .with(item("B"))
                .pending();

        var unclear = new ItemEdits(
                order.state().items(),
                List.of(line("B", 1), line("C", 1), line("B", 2), with(new CostOverrides(null, eur("1.00")), "A", 1)));
        var lengths = new ItemEdits(order.state().items(), List.of(line("B", 1, 6), line("A", 1, 36)));

        assertThat(unclear.refusals())
                .extracting(
                        ItemEdits.Refusal::line,
                        refusal -> refusal.why().details().get("field"))
                .containsExactly(
                        tuple(0, "contractLength"), tuple(2, "contractLength"), tuple(3, "acquisitionCostOverride"));
        assertThat(unclear.added()).containsOnlyKeys(1);
        assertThat(lengths.refusals())
                .extracting(ItemEdits.Refusal::line, refusal -> refusal.why().code())
                .containsExactly(
                        tuple(0, CatalogError.INVALID_CONTRACT_LENGTH), tuple(1, CatalogError.INVALID_CONTRACT_LENGTH));
    }

    @Test
    void all_of_200_items_may_be_replaced() {
        var full = anOrder();
        for (int i = 1; i <= Order.MAX_ITEMS; i++) {
            full = full.with(item("A" + i));
        }
        var order = full.pending();

        var edited = order.editItems(lines("B", Order.MAX_ITEMS), catalogPrices(), stamp(9));

        assertThat(edited.state().items()).hasSize(Order.MAX_ITEMS);
        refused(
                order,
                SharedError.VALIDATION_ERROR,
                lines("B", Order.MAX_ITEMS + 1).toArray(new ItemEdit[0]));
    }

    @Test
    void an_edit_may_not_take_the_totals_beyond_what_is_an_amount() {
        var order =
                anOrder().with(item(CHAIR).for_(12, MONTHS).at("999999999.99")).pending();

        refused(order, SharedError.VALIDATION_ERROR, line(CHAIR, 10_000));
    }

    @Test
    void the_price_of_an_added_line_is_refused_as_the_catalog_refuses_it() {
        var order = anOrder().pending();
        NewItems refusing = (number, line) -> {
            throw new InvalidValue(CatalogError.VARIANT_NOT_FOUND, "no variant has the SKU " + line.sku());
        };

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> order.editItems(List.of(line(MACBOOK, 2), line("NONE", 1)), refusing, stamp(9)))
                .extracting(InvalidValue::code)
                .isEqualTo(CatalogError.VARIANT_NOT_FOUND);
    }

    private static ItemEdit with(CostOverrides overrides, String sku, int quantity) {
        return new ItemEdit(new Sku(sku), quantity, null, overrides);
    }

    private static ItemEdit withLength(CostOverrides overrides, String sku, int quantity) {
        return new ItemEdit(new Sku(sku), quantity, 24, overrides);
    }

    private static Order edit(Order order, ItemEdit... lines) {
        return order.editItems(List.of(lines), catalogPrices(), stamp(9));
    }

    private static void refused(Order order, ErrorCode code, ItemEdit... lines) {
        for (var permuted : List.of(List.of(lines), reversed(lines))) {
            assertThatExceptionOfType(DomainException.class)
                    .isThrownBy(() -> order.editItems(permuted, catalogPrices(), stamp(9)))
                    .extracting(refusal -> refusal.code())
                    .isEqualTo(code);
        }
    }

    private static List<ItemEdit> reversed(ItemEdit... lines) {
        var reversed = new ArrayList<>(List.of(lines));
        Collections.reverse(reversed);
        return reversed;
    }

    private static List<ItemEdit> lines(String prefix, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> line(prefix + i, 1))
                .toList();
    }

    private static ItemPlace place(int index) {
        return new ItemPlace(index, 0, new StatusMove(OrderStatus.PENDING, OrderStatus.PENDING));
    }

    private static List<OrderFact> facts(Order order) {
        return order.changes().stream().map(Event::fact).toList();
    }

    private static List<String> shown(Order order) {
        return order.state().items().stream()
                .map(item ->
                        "%d: %d x %s / %d".formatted(item.number(), item.quantity(), item.sku(), item.contractLength()))
                .toList();
    }
}
