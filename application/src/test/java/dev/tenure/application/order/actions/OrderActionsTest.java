package dev.tenure.application.order.actions;

import static dev.tenure.application.order.in.OrderCommands.IPAD;
import static dev.tenure.application.order.in.OrderCommands.MACBOOK;
import static dev.tenure.application.order.in.OrderCommands.MONITOR;
import static dev.tenure.application.order.in.OrderCommands.anOrder;
import static dev.tenure.application.order.in.OrderCommands.business;
import static dev.tenure.application.shared.Refusals.code;
import static dev.tenure.domain.property.Property.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.application.memory.InMemoryTenure;
import dev.tenure.application.order.in.CancelOrderCommand;
import dev.tenure.application.order.in.CloseOrderCommand;
import dev.tenure.application.order.in.EditOrderCommand;
import dev.tenure.application.order.in.MarkOrderPaidCommand;
import dev.tenure.application.order.in.OrderActions;
import dev.tenure.application.order.in.OrderActions.Action;
import dev.tenure.application.order.in.OrderActions.Permission;
import dev.tenure.application.order.in.OrderView;
import dev.tenure.application.order.in.PlaceOrderCommand.ItemInput;
import dev.tenure.application.order.in.ReplaceNotesCommand;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.ApplicationException;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.subscription.in.CreateSubscriptionCommand;
import dev.tenure.application.tenant.in.ChangeTenantSettingsCommand;
import dev.tenure.domain.customer.PaymentTerms;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderError;
import dev.tenure.domain.order.OrderItem;
import dev.tenure.domain.property.Gen;
import dev.tenure.domain.shared.DomainException;
import dev.tenure.domain.shared.ErrorCode;
import dev.tenure.domain.shared.SharedError;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderActionsTest {

    private static final List<Action> ACTIONS = List.of(Action.values());

    private final InMemoryTenure tenure = InMemoryTenure.withDemo();
    private final Caller caller = tenure.demo();

    @Test
    void a_pending_order_allows_all_but_closing() {
        OrderActions actions = explain(placed());

        assertThat(forbidden(actions.actions())).isEqualTo(Map.of(Action.CLOSE, OrderError.INVALID_STATUS));
        assertThat(forbidden(actions.items().get(0).actions())).isEmpty();
        assertThat(actions.version()).isEqualTo(1);
    }

    @Test
    void a_partial_order_locks_its_item_and_not_the_other() {
        OrderView placed = placed();
        handOver(placed.orderId(), 0);

        OrderActions actions = explain(placed);

        assertThat(forbidden(actions.actions()))
                .isEqualTo(Map.of(
                        Action.CONFIRM, OrderError.INVALID_STATUS, Action.CANCEL, OrderError.ORDER_NOT_CANCELLABLE));
        assertThat(forbidden(actions.items().get(0).actions()))
                .isEqualTo(Map.of(Action.EDIT, OrderError.ITEM_LOCKED, Action.REMOVE, OrderError.ITEM_LOCKED));
        assertThat(forbidden(actions.items().get(1).actions())).isEmpty();
        assertThat(actions.items().get(0).actions().get(0).objection())
                .isNotNull()
                .extracting(DomainException::details)
                .isEqualTo(Map.of("sku", MACBOOK, "subscriptions", 1));
    }

    @Test
    void where_orders_are_confirmed_first_a_pending_one_does_not_allow_fulfilling() {
        OrderView placed = placed();
        requireConfirmation(true);

        assertThat(forbidden(explain(placed).actions())).containsEntry(Action.FULFIL, OrderError.ORDER_NOT_CONFIRMED);
        tenure.useCases().orders().confirm().confirm(caller, placed.orderId());
        assertThat(forbidden(explain(placed).actions())).doesNotContainKey(Action.FULFIL);
    }

    @Test
    void the_only_item_can_not_be_removed_and_what_is_paid_not_be_paid() {
        OrderView placed = tenure.useCases()
                .orders()
                .place()
                .place(caller, anOrder().with(IPAD, 1).build());
        tenure.useCases()
                .orders()
                .markPaid()
                .markPaid(caller, new MarkOrderPaidCommand(placed.orderId(), "BANK-1", null));

        OrderActions actions = explain(placed);

        assertThat(forbidden(actions.items().get(0).actions()))
                .isEqualTo(Map.of(Action.REMOVE, SharedError.VALIDATION_ERROR));
        assertThat(forbidden(actions.actions())).containsEntry(Action.MARK_PAID, OrderError.ALREADY_PAID);
    }

    @Test
    void the_actions_on_an_order_that_is_not_there_or_another_tenants_are_not_found() {
        OrderView placed = placed();

        assertThat(code(() -> tenure.useCases().orders().explainActions().explain(caller, "ord_0")))
                .isEqualTo(ApplicationError.NOT_FOUND);
        assertThat(code(() -> tenure.useCases()
                        .orders()
                        .explainActions()
                        .explain(tenure.caller("stranger"), placed.orderId())))
                .isEqualTo(ApplicationError.NOT_FOUND);
    }

    @Test
    void in_any_life_what_is_allowed_succeeds_what_is_forbidden_fails_with_that_code_and_events_tell_the_state() {
        Set<Action> tried = EnumSet.noneOf(Action.class);
        forAll(Gen.lists(Gen.numbers(0, 9999), 20), steps -> {
            Life life = new Life();
            for (long step : steps) {
                life.live((int) step);
                tried.addAll(life.tried);
            }
        });

        assertThat(tried).containsExactlyInAnyOrder(Action.values());
    }

    /** One order in random commands; before each it is asked whether it may be given. */
    private final class Life {

        private final OrderView placed = tenure.useCases()
                .orders()
                .place()
                .place(
                        caller,
                        anOrder()
                                .by(business("life@example.com"))
                                .with(MACBOOK, 2, 24)
                                .with(IPAD, 1, 12)
                                .build());
        private final String id = placed.orderId();
        private final Set<Action> tried = EnumSet.noneOf(Action.class);

        void live(int step) {
            requireConfirmation(step % 3 == 0);
            OrderActions actions = explain(placed);
            OrderView before = read();
            int index = step / 8 % before.items().size();
            Action action = ACTIONS.get(step % ACTIONS.size());
            boolean onItem = action == Action.REMOVE
                    || ((action == Action.EDIT || action == Action.FULFIL) && step / 100 % 2 == 0);
            Permission permission = (onItem ? actions.items().get(index).actions() : actions.actions())
                    .stream().filter(one -> one.action() == action).findFirst().orElseThrow();
            tried.add(action);

            Optional<ErrorCode> refusal = refusal(() -> give(action, onItem, index, step, before));

            OrderView after = read();
            if (permission.allowed()) {
                assertThat(refusal).as("%s of %s", action, before).isEmpty();
            } else if (refusal.isPresent()) {
                assertThat(refusal)
                        .map(ErrorCode::name)
                        .contains(objection(permission).name());
                assertThat(after).isEqualTo(before);
            } else {
                assertThat(after).as("a repeated %s changes nothing", action).isEqualTo(before);
                assertThat(action).isIn(Action.CONFIRM, Action.CANCEL, Action.CLOSE, Action.MARK_PAID);
            }
            assertThat(OrderView.of(Order.replay(tenure.events(caller, id)).state()))
                    .isEqualTo(after);
        }

        private OrderView read() {
            return tenure.useCases().orders().find().one(caller, id);
        }

        private void give(Action action, boolean onItem, int index, int step, OrderView order) {
            switch (action) {
                case CONFIRM -> tenure.useCases().orders().confirm().confirm(caller, id);
                case CANCEL -> tenure.useCases().orders().cancel().cancel(caller, new CancelOrderCommand(id, null));
                case CLOSE -> tenure.useCases().orders().close().close(caller, new CloseOrderCommand(id, "over"));
                case EDIT_NOTES ->
                    tenure.useCases()
                            .orders()
                            .replaceNotes()
                            .replace(caller, new ReplaceNotesCommand(id, "note " + step));
                case MARK_PAID ->
                    tenure.useCases()
                            .orders()
                            .markPaid()
                            .markPaid(caller, new MarkOrderPaidCommand(id, "B-" + step, null));
                case FULFIL -> handOver(id, onItem ? index : firstOpen(order));
                case REMOVE -> editItems(order, index, null);
                case EDIT -> {
                    if (onItem) {
                        editItems(order, index, order.items().get(index).quantity() % 9 + 1);
                    } else {
                        editContent(step, order);
                    }
                }
            }
        }

        private void editContent(int step, OrderView order) {
            PaymentTerms terms = order.paymentTerms() == PaymentTerms.NET_7 ? PaymentTerms.NET_14 : PaymentTerms.NET_7;
            EditOrderCommand.Builder edit =
                    EditOrderCommand.of(id).paymentTerms(terms).trackingNumber("3S" + step);
            boolean adds = step / 1000 % 2 == 0 && order.items().size() < 6;
            tenure.useCases()
                    .orders()
                    .edit()
                    .edit(caller, (adds ? edit.items(lines(order, -1, null, true)) : edit).build());
        }

        private void editItems(OrderView order, int index, @Nullable Integer quantity) {
            tenure.useCases()
                    .orders()
                    .edit()
                    .edit(
                            caller,
                            EditOrderCommand.of(id)
                                    .items(lines(order, index, quantity, false))
                                    .build());
        }

        private List<ItemInput> lines(OrderView order, int index, @Nullable Integer quantity, boolean plusMonitor) {
            List<ItemInput> lines = new ArrayList<>();
            for (int i = 0; i < order.items().size(); i++) {
                OrderItem item = order.items().get(i);
                int units = i == index && quantity != null ? quantity : item.quantity();
                if (i != index || quantity != null) {
                    lines.add(new ItemInput(item.sku().value(), units, item.contractLength(), null, null));
                }
            }
            List<Integer> free = new ArrayList<>(List.of(12, 24, 36));
            order.items().stream()
                    .filter(item -> item.sku().value().equals(MONITOR))
                    .forEach(item -> free.remove((Integer) item.contractLength()));
            if (plusMonitor && !free.isEmpty()) {
                lines.add(new ItemInput(MONITOR, 1, free.get(0), null, null));
            }
            return lines;
        }

        private int firstOpen(OrderView order) {
            for (int i = 0; i < order.items().size(); i++) {
                if (order.items().get(i).openUnits() > 0) {
                    return i;
                }
            }
            return 0;
        }
    }

    private static Optional<ErrorCode> refusal(Runnable command) {
        try {
            command.run();
            return Optional.empty();
        } catch (DomainException byModel) {
            return Optional.of(byModel.code());
        } catch (ApplicationException byUseCase) {
            return Optional.of(byUseCase.code());
        }
    }

    private OrderView placed() {
        return tenure.useCases()
                .orders()
                .place()
                .place(caller, anOrder().with(MACBOOK, 2).with(IPAD, 1).build());
    }

    private OrderActions explain(OrderView order) {
        return tenure.useCases().orders().explainActions().explain(caller, order.orderId());
    }

    private int serial;

    private void handOver(String id, int index) {
        serial++;
        tenure.useCases()
                .subscriptions()
                .create()
                .create(
                        caller,
                        new CreateSubscriptionCommand(id, "SN-" + serial, null, index, null, null, null, null, null));
    }

    private void requireConfirmation(boolean required) {
        tenure.useCases()
                .tenants()
                .changeSettings()
                .change(new ChangeTenantSettingsCommand(
                        "demo", null, null, null, null, null, null, null, required, null));
    }

    private static Map<Action, ErrorCode> forbidden(List<Permission> permissions) {
        Map<Action, ErrorCode> forbidden = new EnumMap<>(Action.class);
        permissions.stream()
                .filter(permission -> !permission.allowed())
                .forEach(permission -> forbidden.put(permission.action(), objection(permission)));
        return forbidden;
    }

    private static ErrorCode objection(Permission permission) {
        return Optional.ofNullable(permission.objection()).orElseThrow().code();
    }
}
