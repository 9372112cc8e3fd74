package dev.tenure.domain.order;

import static dev.tenure.domain.catalog.CatalogFixtures.IPAD;
import static dev.tenure.domain.catalog.CatalogFixtures.MACBOOK;
import static dev.tenure.domain.customer.CustomerFixtures.peter;
import static dev.tenure.domain.customer.CustomerFixtures.petersId;
import static dev.tenure.domain.customer.CustomerFixtures.sarah;
import static dev.tenure.domain.customer.CustomerFixtures.sarahsId;
import static dev.tenure.domain.order.OrderFixtures.anOrder;
import static dev.tenure.domain.order.OrderFixtures.businessBuyer;
import static dev.tenure.domain.order.OrderFixtures.catalogPrices;
import static dev.tenure.domain.order.OrderFixtures.individualBuyer;
import static dev.tenure.domain.order.OrderFixtures.item;
import static dev.tenure.domain.property.Property.forAll;
import static dev.tenure.domain.shared.SharedFixtures.EUR;
import static dev.tenure.domain.shared.SharedFixtures.USD;
import static dev.tenure.domain.shared.SharedFixtures.billingAddress;
import static dev.tenure.domain.shared.SharedFixtures.customFields;
import static dev.tenure.domain.shared.SharedFixtures.shippingAddress;
import static dev.tenure.domain.shared.SharedFixtures.stamp;
import static java.time.temporal.ChronoUnit.MONTHS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.domain.catalog.Sku;
import dev.tenure.domain.customer.PaymentTerms;
import dev.tenure.domain.event.Event;
import dev.tenure.domain.event.FieldChange;
import dev.tenure.domain.order.OrderPayment.Method;
import dev.tenure.domain.order.OrderPayment.Status;
import dev.tenure.domain.property.Gen;
import dev.tenure.domain.shared.DomainException;
import dev.tenure.domain.shared.ErrorCode;
import dev.tenure.domain.shared.Money;
import dev.tenure.domain.shared.SerialNumber;
import dev.tenure.domain.shared.SubscriptionId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderPropertyTest {

    private static final Gen<List<Step>> LIVES = Gen.lists(new Steps(), 25);

    @Test
    void the_events_of_any_life_tell_its_state() {
        afterEveryStep((before, life) -> {
            assertThat(Order.replay(life.events).state()).isEqualTo(life.order.state());
        });
    }

    @Test
    void a_fact_says_all_that_it_changed_and_one_stored_without_it_is_completed() {
        afterEveryStep((before, life) -> {
            assertThat(life.events).allMatch(event -> FactContext.isRecordedIn(event.fact()));
            assertThat(OrderHistory.withAllChanges(life.events)).isSameAs(life.events);

            List<Event<OrderFact>> stored = life.events.stream()
                    .map(event -> new Event<>(event.sequence(), event.stamp(), asStoredOnce(event.fact())))
                    .toList();
            assertThat(Order.replay(stored).state()).isEqualTo(life.order.state());
            assertThat(OrderHistory.withAllChanges(stored)).isEqualTo(life.events);
        });
    }

    @Test
    void the_changes_of_a_life_lead_from_its_first_status_to_its_last() {
        afterEveryStep((before, life) -> {
            Object status = OrderStatus.PENDING;
            for (Event<OrderFact> event : life.events) {
                for (FieldChange change : event.fact().changes()) {
                    assertThat(change.before()).isNotEqualTo(change.after());
                    if (change.path().equals("status")) {
                        assertThat(change.before()).isEqualTo(status);
                        status = change.after();
                    }
                }
            }
            assertThat(status).isEqualTo(life.order.state().status());
        });
    }

    /** The fact as releases stored it that did not record status moves and places. */
    private static OrderFact asStoredOnce(OrderFact fact) {
        if (fact instanceof OrderFact.Confirmed) {
            return new OrderFact.Confirmed(null);
        } else if (fact instanceof OrderFact.Cancelled cancelled) {
            return new OrderFact.Cancelled(cancelled.why(), null);
        } else if (fact instanceof OrderFact.Closed closed) {
            return new OrderFact.Closed(closed.why(), closed.unitsGivenUp(), null);
        } else if (fact instanceof OrderFact.UnitFulfilled unit) {
            return new OrderFact.UnitFulfilled(unit.fulfilment(), null);
        } else if (fact instanceof OrderFact.ItemAdded added) {
            return new OrderFact.ItemAdded(added.item(), null);
        } else if (fact instanceof OrderFact.ItemRemoved removed) {
            return new OrderFact.ItemRemoved(removed.item(), null);
        } else if (fact instanceof OrderFact.ItemQuantityChanged changed) {
            return new OrderFact.ItemQuantityChanged(changed.itemNumber(), changed.before(), changed.after(), null);
        }
        return fact;
    }

    @Test
    void events_are_numbered_from_1_without_a_gap_and_the_last_one_is_the_version() {
        afterEveryStep((before, life) -> {
            assertThat(life.events)
                    .extracting(Event::sequence)
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, life.events.size())
                            .boxed()
                            .toList());
            assertThat(life.order.state().version()).isEqualTo(life.events.size());
        });
    }

    @Test
    void the_status_agrees_with_the_items() {
        afterEveryStep((before, life) -> {
            var state = life.order.state();
            int rented = state.rentalProgress().rentedDevices();
            int total = state.rentalProgress().totalDevices();
            assertThat(rented).isLessThanOrEqualTo(total);
            assertThat(rented).isEqualTo(state.subscriptions().size());
            assertThat(state.status()).isIn(possible(rented, total, state.closure() != null));
        });
    }

    @Test
    void totals_are_the_sum_of_the_lines() {
        afterEveryStep((before, life) -> {
            var subtotal = BigDecimal.ZERO;
            int devices = 0;
            for (OrderItem item : life.order.state().items()) {
                var unitPrice = item.price().unitPrice().amount();
                subtotal = subtotal.add(unitPrice.multiply(BigDecimal.valueOf(item.quantity())));
                devices += item.quantity();
            }
            var totals = life.order.state().totals();
            assertThat(totals.subtotal().amount()).isEqualByComparingTo(subtotal);
            assertThat(totals.total()).isEqualTo(totals.subtotal().plus(totals.taxAmount()));
            assertThat(totals.totalDevices()).isEqualTo(devices);
        });
    }

    @Test
    void a_finished_order_stays_finished_and_its_content_stays() {
        afterEveryStep((before, life) -> {
            var after = life.order.state();
            if (before.state().status() == OrderStatus.FULFILLED
                    || before.state().status() == OrderStatus.CANCELLED) {
                assertThat(after.status()).isEqualTo(before.state().status());
                assertThat(after.items()).isEqualTo(before.state().items());
                assertThat(after.buyer()).isEqualTo(before.state().buyer());
            }
        });
    }

    @Test
    void an_item_that_stays_keeps_its_price_its_length_and_its_subscriptions() {
        afterEveryStep((before, life) -> {
            var after = life.order.state().items().stream().collect(Collectors.toMap(OrderItem::number, item -> item));
            for (OrderItem item : before.state().items()) {
                OrderItem now = after.get(item.number());
                assertThat(now != null || !item.isLocked()).isTrue();
                if (now != null) {
                    assertThat(now.price()).isEqualTo(item.price());
                    assertThat(now.contractLength()).isEqualTo(item.contractLength());
                    assertThat(now.sku()).isEqualTo(item.sku());
                    assertThat(now.subscriptions()).containsAll(item.subscriptions());
                    assertThat(now.quantity() == item.quantity() || !item.isLocked())
                            .isTrue();
                }
            }
        });
    }

    @Test
    void a_refused_command_and_a_repeated_one_change_nothing() {
        forAll(LIVES, steps -> {
            var life = new Life();
            for (Step step : steps) {
                var before = life.order;
                life.live(step);

                if (life.refused) {
                    assertThat(life.order).isSameAs(before);
                } else if (step.command().repeatable) {
                    var once = life.order;
                    life.live(step);
                    assertThat(life.order.state()).isSameAs(once.state());
                }
            }
        });
    }

    @Test
    void an_order_objects_to_what_it_refuses_and_to_nothing_else() {
        afterEveryStep((before, life) -> {
            var order = life.order;
            for (OrderItem item : itemsWithoutTwins(order)) {
                var fewer = linesOf(order);
                var changed = linesOf(order);
                int index = order.state().items().indexOf(item);
                fewer.remove(index);
                changed.set(index, new ItemEdit(item.sku(), item.quantity() + 1, item.contractLength()));

                assertThat(refusal(() -> order.editItems(fewer, catalogPrices(), stamp(1))))
                        .isEqualTo(order.objections()
                                .objectionToRemoving(item.number())
                                .map(DomainException::code));
                assertThat(refusal(() -> order.editItems(changed, catalogPrices(), stamp(1))))
                        .isEqualTo(order.objections()
                                .objectionToChanging(item.number())
                                .map(DomainException::code));
                for (boolean confirmed : new boolean[] {true, false}) {
                    var unit = new Fulfilment(
                            item.number(), new SubscriptionId("sub_new"), new SerialNumber("SN-new"), LocalDate.EPOCH);
                    assertThat(refusal(() -> order.fulfil(unit, confirmed, stamp(1))))
                            .isEqualTo(order.objections()
                                    .objectionToFulfilling(item.number(), confirmed)
                                    .map(DomainException::code));
                }
            }
            assertThat(refusal(() -> order.markPaid("another", null, stamp(1))))
                    .isEqualTo(order.objections().objectionToPaying().map(DomainException::code));
        });
    }

    @Test
    void the_order_of_the_lines_of_an_edit_makes_no_difference() {
        forAll(LIVES, steps -> {
            var life = new Life();
            for (Step step : steps) {
                if (step.command() == Command.EDIT_ITEMS) {
                    var lines = lines(life.order, step);
                    var shuffled = new ArrayList<>(lines);
                    Collections.shuffle(shuffled, new Random(step.a()));

                    assertThat(contentAfter(life.order, shuffled)).isEqualTo(contentAfter(life.order, lines));
                }
                life.live(step);
            }
        });
    }

    @Test
    void an_accepted_edit_leaves_what_its_list_says() {
        forAll(LIVES, steps -> {
            var life = new Life();
            for (Step step : steps) {
                var lines = lines(life.order, step);
                life.live(step);

                if (step.command() == Command.EDIT_ITEMS && !life.refused) {
                    assertThat(life.order.state().items())
                            .extracting(item -> item.quantity() + " x " + item.sku())
                            .containsExactlyInAnyOrderElementsOf(lines.stream()
                                    .map(line -> line.quantity() + " x " + line.sku())
                                    .toList());
                }
            }
        });
    }

    @Test
    void lives_are_of_every_kind() {
        var seen = EnumSet.noneOf(OrderStatus.class);
        var facts = new HashSet<Class<?>>();
        forAll(
                LIVES,
                steps -> {
                    var life = new Life();
                    steps.forEach(life::live);
                    seen.add(life.order.state().status());
                    life.events.forEach(event -> facts.add(event.fact().getClass()));
                },
                0,
                5000);

        assertThat(seen).containsExactlyInAnyOrder(OrderStatus.values());
        assertThat(facts).containsExactlyInAnyOrder(OrderFact.class.getPermittedSubclasses());
    }

    /** Holds a law to the order before each command of any life and to the life after it. */
    private static void afterEveryStep(BiConsumer<Order, Life> law) {
        forAll(LIVES, steps -> {
            var life = new Life();
            for (Step step : steps) {
                var before = life.order;
                life.live(step);

                law.accept(before, life);
            }
        });
    }

    private static Set<OrderStatus> possible(int rented, int total, boolean closed) {
        if (rented == 0) {
            return Set.of(OrderStatus.PENDING, OrderStatus.CONFIRMED, OrderStatus.CANCELLED);
        }
        return Set.of(rented == total || closed ? OrderStatus.FULFILLED : OrderStatus.PARTIAL);
    }

    /** What the edit leaves, without regard to numbers and places, or the code of its refusal. */
    private static Object contentAfter(Order order, List<ItemEdit> lines) {
        try {
            return order.editItems(lines, catalogPrices(), stamp(1)).state().items().stream()
                    .map(item -> item.sku() + "/" + item.contractLength() + "/" + item.quantity() + "/"
                            + item.subscriptions())
                    .sorted()
                    .toList();
        } catch (DomainException refusal) {
            return refusal.code();
        }
    }

    private static Optional<ErrorCode> refusal(Supplier<Order> command) {
        try {
            assertThat(command.get()).isNotNull();
            return Optional.empty();
        } catch (DomainException refusal) {
            return Optional.of(refusal.code());
        }
    }

    /** The items that a line can name without naming another. */
    private static List<OrderItem> itemsWithoutTwins(Order order) {
        var items = order.state().items();
        return items.stream()
                .filter(item -> items.stream()
                                .filter(other -> other.sku().equals(item.sku())
                                        && other.contractLength() == item.contractLength())
                                .count()
                        == 1)
                .toList();
    }

    private static List<ItemEdit> linesOf(Order order) {
        return order.state().items().stream()
                .map(item -> new ItemEdit(item.sku(), item.quantity(), item.contractLength()))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** The full new list of an edit: what there is, with one thing changed; now and then something that is refused. */
    private static List<ItemEdit> lines(Order order, Step step) {
        List<ItemEdit> lines = linesOf(order);
        int index = step.b() % lines.size();
        ItemEdit line = lines.get(index);
        switch (step.a() % 8) {
            case 0 -> lines.remove(index);
            case 1 -> lines.set(index, new ItemEdit(line.sku(), step.b() % 5, line.contractLength()));
            case 2 -> lines.add(new ItemEdit(new Sku("NEW-" + step.b() % 3), 1 + step.b() % 2, 12));
            case 3 -> lines.set(index, new ItemEdit(line.sku(), line.quantity(), 36));
            case 4 -> lines.set(index, new ItemEdit(line.sku(), line.quantity(), null));
            case 5 -> lines.add(new ItemEdit(line.sku(), 1 + step.b() % 4, line.contractLength()));
            case 6 -> {
                lines.clear();
                lines.add(new ItemEdit(new Sku("NEW-" + step.b() % 3), 2, 24));
            }
            default -> Collections.reverse(lines);
        }
        return lines;
    }

    private static <T> T pick(List<T> choices, int number) {
        return choices.get(number % choices.size());
    }

    /** What can be done to an order, with two numbers to vary it by. */
    private enum Command {
        CONFIRM(true) {
            @Override
            Order run(Order order, Step step, int minute) {
                return order.confirm(stamp(minute));
            }
        },
        FULFIL(false) {
            @Override
            Order run(Order order, Step step, int minute) {
                var unit = new Fulfilment(
                        1 + step.a() % 6,
                        new SubscriptionId("sub_" + minute),
                        new SerialNumber("SN-" + minute),
                        LocalDate.of(2025, 1, 1).plusDays(step.b()));
                return order.fulfil(unit, step.b() % 4 == 0, stamp(minute));
            }
        },
        EDIT_ITEMS(false) {
            @Override
            Order run(Order order, Step step, int minute) {
                return order.editItems(lines(order, step), catalogPrices(), stamp(minute));
            }
        },
        EDIT_CUSTOMER(true) {
            @Override
            Order run(Order order, Step step, int minute) {
                return step.a() % 2 == 0
                        ? order.editCustomer(sarahsId(), sarah(), stamp(minute))
                        : order.editCustomer(petersId(), peter(), stamp(minute));
            }
        },
        EDIT_BUYER(true) {
            @Override
            Order run(Order order, Step step, int minute) {
                return order.editBuyer(step.a() % 2 == 0 ? businessBuyer() : individualBuyer(), stamp(minute));
            }
        },
        EDIT_ADDRESSES(true) {
            @Override
            Order run(Order order, Step step, int minute) {
                return order.editAddresses(
                        step.a() % 2 == 0 ? billingAddress() : shippingAddress(),
                        step.b() % 2 == 0 ? null : shippingAddress(),
                        stamp(minute));
            }
        },
        EDIT_BILLING(true) {
            @Override
            Order run(Order order, Step step, int minute) {
                return order.editBilling(
                        step.a() % 3 == 0 ? null : pick(List.of(PaymentTerms.values()), step.a()),
                        step.b() % 2 == 0 ? " " : " group_" + step.b(),
                        stamp(minute));
            }
        },
        NOTES(true) {
            @Override
            Order run(Order order, Step step, int minute) {
                return order.replaceNotes(
                        step.b() > 90 ? "x".repeat(5001) : "  ".repeat(step.a()) + step.b(), stamp(minute));
            }
        },
        FIELDS(true) {
            @Override
            Order run(Order order, Step step, int minute) {
                return order.replaceCustomFields(
                        step.a() % 3 == 0 ? null : customFields("k" + step.a() % 3, step.b()), stamp(minute));
            }
        },
        TRACK(true) {
            @Override
            Order run(Order order, Step step, int minute) {
                return order.track(step.a() % 3 == 0 ? " " : " 3S" + step.b(), stamp(minute));
            }
        },
        PAY(true) {
            @Override
            Order run(Order order, Step step, int minute) {
                var amount = Money.of(step.b() + ".00", step.a() % 5 == 0 ? USD : EUR);
                return order.recordPayment(
                        new OrderPayment(pick(List.of(Status.values()), step.a()), Method.MANUAL, null, amount, true),
                        stamp(minute));
            }
        },
        MARK_PAID(true) {
            @Override
            Order run(Order order, Step step, int minute) {
                return order.markPaid(
                        "BANK-" + step.a() % 3,
                        step.b() % 2 == 0 ? null : Money.of(step.b() + ".00", EUR),
                        stamp(minute));
            }
        },
        CLOSE(true) {
            @Override
            Order run(Order order, Step step, int minute) {
                return order.close(step.a() % 3 == 0 ? " " : "no stock", stamp(minute));
            }
        },
        CANCEL(true) {
            @Override
            Order run(Order order, Step step, int minute) {
                return order.cancel(step.a() % 2 == 0 ? null : "withdrawn", stamp(minute));
            }
        },
        /** The order is stored and read again: its changes are empty afterwards. */
        RELOAD(true) {
            @Override
            Order run(Order order, Step step, int minute) {
                return Order.restore(order.state());
            }
        };

        private final boolean repeatable;

        Command(boolean repeatable) {
            this.repeatable = repeatable;
        }

        abstract Order run(Order order, Step step, int minute);
    }

    /** One command with its numbers. */
    private record Step(Command command, int a, int b) {
        @Override
        public String toString() {
            return command + "(" + a + ", " + b + ")";
        }
    }

    /** Random commands; those that end an order are rare, so that lives are long. */
    private record Steps() implements Gen<Step> {

        private static final Gen<Long> NUMBERS = Gen.numbers(0, 99);

        @Override
        public Step from(Random random) {
            int pick = random.nextInt(100);
            Command command;
            if (pick < 30) {
                command = Command.EDIT_ITEMS;
            } else if (pick < 60) {
                command = Command.FULFIL;
            } else if (pick < 63) {
                command = random.nextBoolean() ? Command.CANCEL : Command.CLOSE;
            } else {
                command = pick(List.of(Command.values()), random.nextInt(1000));
            }
            return new Step(
                    command,
                    NUMBERS.from(random).intValue(),
                    NUMBERS.from(random).intValue());
        }

        @Override
        public Stream<Step> simpler(Step step) {
            return Stream.concat(
                    NUMBERS.simpler((long) step.a()).map(a -> new Step(step.command(), a.intValue(), step.b())),
                    NUMBERS.simpler((long) step.b()).map(b -> new Step(step.command(), step.a(), b.intValue())));
        }
    }

    /** An order of three items, one of them in two lengths, and all that ever happened to it. */
    private static final class Life {

        private Order order = anOrder()
                .with(item(MACBOOK).times(2).for_(24, MONTHS))
                .with(item(MACBOOK).for_(12, MONTHS))
                .with(item(IPAD).times(2).for_(24, MONTHS))
                .pending();
        private final List<Event<OrderFact>> events = new ArrayList<>(order.changes());
        private int minute;
        private boolean refused;

        void live(Step step) {
            minute++;
            refused = false;
            try {
                Order after = step.command().run(order, step, minute);
                long known = order.state().version();
                after.changes().stream()
                        .filter(event -> event.sequence() > known)
                        .forEach(events::add);
                order = after;
            } catch (DomainException refusal) {
                refused = true;
            }
        }
    }
}
