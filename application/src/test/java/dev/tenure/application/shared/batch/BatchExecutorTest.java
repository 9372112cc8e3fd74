package dev.tenure.application.shared.batch;

import static dev.tenure.domain.order.OrderFixtures.anOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.application.memory.InMemoryIdempotencyStore;
import dev.tenure.application.memory.InMemoryOrderRepository;
import dev.tenure.application.memory.InMemoryTenure;
import dev.tenure.application.order.in.OrderQuery;
import dev.tenure.application.shared.ApplicationError;
import dev.tenure.application.shared.Caller;
import dev.tenure.application.shared.CommandChecks;
import dev.tenure.application.shared.Conflict;
import dev.tenure.application.shared.OwnThread;
import dev.tenure.application.shared.PageRequest;
import dev.tenure.application.shared.batch.in.ResponseFormat;
import dev.tenure.application.shared.batch.in.StoredResponse;
import dev.tenure.application.shared.batch.in.WritePreconditions;
import dev.tenure.application.shared.batch.in.WritePreconditions.KeyedRequest;
import dev.tenure.application.shared.batch.in.WriteResult;
import dev.tenure.application.shared.batch.out.IdempotencyStore;
import dev.tenure.application.shared.out.Deferred;
import dev.tenure.application.shared.out.OutcomeUnknown;
import dev.tenure.application.shared.out.Transactions;
import dev.tenure.application.shared.out.Unavailable;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.shared.Permission;
import dev.tenure.domain.shared.TenantId;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class BatchExecutorTest {

    private final InMemoryTenure tenure = InMemoryTenure.withDemo();
    private final Desk desk = new Desk();
    private Executing use = over(tenure.transactions());

    @Test
    void commands_that_come_at_the_same_time_are_carried_out_together() {
        List<OwnThread<WriteResult<String>>> all = together(request("a"), keyed("b", "k1"), request("c"));

        assertThat(answers(all)).containsExactlyInAnyOrderElementsOf(kept());
        assertThat(answers(all)).extracting(answer -> answer.charAt(0)).containsExactly('a', 'b', 'c');
        assertThat(desk.batches).containsExactly(List.of("a", "b", "c"));
    }

    @Test
    void what_was_done_together_is_not_done_again() {
        List<OwnThread<WriteResult<String>>> all = together(keyed("a", "k1"), keyed("b", "k2"));

        WriteResult<String> again = run(keyed("b", "k2"));

        assertThat(again.replayed()).isTrue();
        assertThat(again.response()).isEqualTo(all.get(1).result().response());
        assertThat(kept()).hasSize(2);
    }

    @Test
    void one_that_is_refused_leaves_the_others_as_they_are_and_its_key_free() {
        List<OwnThread<WriteResult<String>>> all = together(keyed("a", "k1"), keyed("bad", "k2"), keyed("c", "k3"));

        assertThat(all.get(1).failure()).isInstanceOf(Conflict.class).hasMessage("bad is refused");
        assertThat(answers(List.of(all.get(0), all.get(2)))).containsExactlyInAnyOrderElementsOf(kept());
        assertThat(desk.batches).containsExactly(List.of("a", "bad", "c"));
        assertThat(run(keyed("good", "k2")).replayed()).isFalse();
    }

    @Test
    void those_that_were_answered_before_get_that_answer_and_the_others_are_done() {
        WriteResult<String> before = run(keyed("a", "k1"));

        List<OwnThread<WriteResult<String>>> all = together(keyed("a", "k1"), keyed("b", "k2"), request("c"));

        assertThat(all.get(0).result()).isEqualTo(new WriteResult<>(before.response(), true));
        assertThat(all.subList(1, 3)).extracting(OwnThread::result).noneMatch(WriteResult::replayed);
        assertThat(answers(all)).containsExactlyInAnyOrderElementsOf(kept());
    }

    @Test
    void where_all_were_answered_before_nothing_is_done() {
        run(keyed("a", "k1"));
        run(keyed("b", "k2"));
        List<String> before = kept();

        List<OwnThread<WriteResult<String>>> all = together(keyed("a", "k1"), keyed("b", "k2"));

        assertThat(all).extracting(OwnThread::result).allMatch(WriteResult::replayed);
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void a_key_of_another_request_is_refused_and_the_others_are_done() {
        run(keyed("a", "k1"));

        List<OwnThread<WriteResult<String>>> all = together(keyed("b", "k2"), keyed("another", "k1"), keyed("c", "k3"));

        assertThat(all.get(1).failure()).isInstanceOf(KeyReused.class);
        assertThat(kept()).hasSize(3).containsAll(answers(List.of(all.get(0), all.get(2))));
    }

    @Test
    void of_one_request_that_comes_twice_at_the_same_time_there_is_one_order() {
        List<OwnThread<WriteResult<String>>> all = together(keyed("a", "k1"), keyed("a", "k1"), keyed("b", "k2"));

        assertThat(all.get(0).result().replayed()).isFalse();
        assertThat(all.get(1).result())
                .isEqualTo(new WriteResult<>(all.get(0).result().response(), true));
        assertThat(kept()).containsExactlyInAnyOrder(answer(all.get(0)), answer(all.get(2)));
    }

    @Test
    void of_two_requests_that_bring_one_key_at_the_same_time_the_second_is_refused() {
        List<OwnThread<WriteResult<String>>> all = together(keyed("a", "k1"), keyed("another", "k1"), keyed("b", "k2"));

        assertThat(all.get(1).failure()).isInstanceOf(KeyReused.class);
        assertThat(kept()).containsExactlyInAnyOrder(answer(all.get(0)), answer(all.get(2)));
    }

    @Test
    void a_key_whose_first_request_is_refused_is_free_for_the_second() {
        List<OwnThread<WriteResult<String>>> all = together(keyed("bad", "k1"), keyed("a", "k1"));

        assertThat(all.get(0).failure()).isInstanceOfAny(Conflict.class, KeyReused.class);
        assertThat(all.get(1).result().replayed()).isFalse();
        assertThat(kept()).containsExactly(answer(all.get(1)));
    }

    @Test
    void one_that_is_refused_because_its_twin_was_done_meanwhile_gets_the_answer_of_that() {
        IdempotencyStore answers = new InMemoryIdempotencyStore(tenure.store());
        use = over(new KeptTooLate(answers), tenure.transactions());
        boolean kept = tenure.transactions().forTenant(InMemoryTenure.DEMO, () -> {
            Instant now = tenure.clock().instant();
            answers.store(new KeyedRequest("k1", "bad"), new StoredResponse("of the twin"), now, now.plusSeconds(60));
            return true;
        });

        List<OwnThread<WriteResult<String>>> all = together(keyed("bad", "k1"), keyed("b", "k2"));

        assertThat(kept).isTrue();
        assertThat(all.get(0).result()).isEqualTo(new WriteResult<>("of the twin", true));
        assertThat(kept()).containsExactly(answer(all.get(1)));
    }

    @Test
    void what_fails_together_is_done_again_each_alone() {
        desk.troubleWithSeveral = new Conflict(ApplicationError.CONFLICT, "together it did not go well");

        List<OwnThread<WriteResult<String>>> all = together(keyed("a", "k1"), keyed("bad", "k2"), request("c"));

        assertThat(all.get(1).failure()).hasMessage("bad is refused");
        assertThat(answers(List.of(all.get(0), all.get(2)))).containsExactlyInAnyOrderElementsOf(kept());
        assertThat(desk.batches)
                .startsWith(List.of("a", "bad", "c"))
                .contains(List.of("a"), List.of("bad"), List.of("c"))
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void who_has_a_key_learns_what_came_of_a_commit_that_nobody_heard_of(boolean committed) {
        use = over(new Unheard(tenure.transactions(), committed));

        List<OwnThread<WriteResult<String>>> all = together(keyed("a", "k1"), request("b"), keyed("c", "k2"));

        assertThat(all.get(0).result().replayed()).isEqualTo(committed);
        assertThat(all.get(1).failure()).isInstanceOf(OutcomeUnknown.class);
        assertThat(kept()).hasSize(committed ? 3 : 2).contains(answer(all.get(0)), answer(all.get(2)));
    }

    @Test
    void a_store_that_is_not_there_for_several_is_not_asked_for_each() {
        desk.troubleWithSeveral = new Unavailable("overloaded", new TimeoutException());

        List<OwnThread<WriteResult<String>>> all = together(keyed("a", "k1"), request("b"), request("c"));

        assertThat(all).extracting(OwnThread::failure).allMatch(Unavailable.class::isInstance);
        assertThat(desk.batches).containsExactly(List.of("a", "b", "c"));
        assertThat(kept()).isEmpty();
    }

    @Test
    void a_dry_run_is_carried_out_alone_and_keeps_nothing() {
        WriteResult<String> tried = run(new Request(
                "a", new WritePreconditions(new KeyedRequest("k1", "a"), true, null), UnaryOperator.identity()));

        assertThat(tried.response()).startsWith("a as ord_");
        assertThat(kept()).isEmpty();
        assertThat(run(keyed("a", "k1")).replayed()).isFalse();
    }

    @Test
    void a_verb_that_changes_the_command_keeps_its_key() {
        Request request = keyed("a", "k1");

        WriteResult<String> first = use.guard.run(
                tenure.demo(),
                request.preconditions,
                request.command,
                (caller, command) -> use.executor.run(caller, command + "!"),
                request);

        assertThat(first.response()).startsWith("a! as ord_");
        assertThat(run(request)).isEqualTo(new WriteResult<>(first.response(), true));
    }

    @Test
    void a_verb_that_executes_nothing_is_a_mistake_of_the_program() {
        Request request = keyed("a", "k1");

        assertThatThrownBy(() -> use.guard.run(
                        tenure.demo(), request.preconditions, request.command, (caller, command) -> command, request))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_command_whose_answer_can_not_be_given_leaves_nothing_and_the_others_are_done() {
        IllegalStateException failure = new IllegalStateException("no answer");
        Request unanswerable = new Request("b", keyedBy("k2", "b"), unused -> raise(failure));

        List<OwnThread<WriteResult<String>>> all = together(keyed("a", "k1"), unanswerable, keyed("c", "k3"));

        assertThat(all.get(1).failure()).isSameAs(failure);
        assertThat(answers(List.of(all.get(0), all.get(2)))).containsExactlyInAnyOrderElementsOf(kept());
        assertThat(run(keyed("b", "k2")).replayed()).isFalse();
    }

    private static String raise(RuntimeException failure) {
        throw failure;
    }

    private Executing over(Transactions transactions) {
        return over(new InMemoryIdempotencyStore(tenure.store()), transactions);
    }

    private Executing over(IdempotencyStore answers, Transactions transactions) {
        IdempotencyGuard guard = new IdempotencyGuard(answers, transactions, tenure.clock());
        CommandChecks checks = new CommandChecks(InMemoryTenure.validator());
        return new Executing(
                guard,
                guard.executor(
                        String.class,
                        new BatchUseCase<>(Permission.ORDERS_WRITE, desk::load, desk::decide, desk::store),
                        checks));
    }

    private record Executing(IdempotencyGuard guard, BatchExecutor<String, String> executor) {}

    /** What comes of these requests, which are all there before the first is begun. */
    private List<OwnThread<WriteResult<String>>> together(Request... requests) {
        List<OwnThread<WriteResult<String>>> occupants = Stream.generate(
                        () -> OwnThread.waiting(() -> run(request(Desk.OCCUPANT))))
                .limit(Math.max(2, Runtime.getRuntime().availableProcessors()))
                .toList();
        List<OwnThread<WriteResult<String>>> all = Stream.of(requests)
                .map(request -> OwnThread.waiting(() -> run(request)))
                .toList();
        desk.free.countDown();
        occupants.forEach(OwnThread::result);
        all.forEach(OwnThread::awaitEnd);
        return all;
    }

    private WriteResult<String> run(Request request) {
        return use.guard.run(tenure.demo(), request.preconditions, request.command, use.executor::run, request);
    }

    private static List<String> answers(List<OwnThread<WriteResult<String>>> all) {
        return all.stream().map(BatchExecutorTest::answer).toList();
    }

    private static String answer(OwnThread<WriteResult<String>> one) {
        return one.result().response();
    }

    /** The orders that there are, as their answers name them. */
    private List<String> kept() {
        return tenure.useCases().orders().find().list(tenure.demo(), OrderQuery.ALL, PageRequest.FIRST).rows().stream()
                .map(order -> order.remarks().notes() + " as " + order.orderId())
                .toList();
    }

    private static Request request(String command) {
        return new Request(command, WritePreconditions.NONE, UnaryOperator.identity());
    }

    private static Request keyed(String command, String key) {
        return new Request(command, keyedBy(key, command), UnaryOperator.identity());
    }

    private static WritePreconditions keyedBy(String key, String command) {
        return new WritePreconditions(new KeyedRequest(key, command), false, null);
    }

    private record Request(String command, WritePreconditions preconditions, UnaryOperator<String> respond)
            implements ResponseFormat<String, String> {

        @Override
        public String respond(String result) {
            return respond.apply(result);
        }

        @Override
        public StoredResponse serialize(String response) {
            return new StoredResponse(response);
        }

        @Override
        public String deserialize(StoredResponse stored) {
            return stored.text();
        }
    }

    /** Places an order with each command for its notes, and refuses what is bad; notes what it was given at a time. */
    private final class Desk {

        /** Takes a place until {@link #free}, and does nothing. */
        private static final String OCCUPANT = "occupant";

        private final CountDownLatch free = new CountDownLatch(1);
        private final List<List<String>> batches = new CopyOnWriteArrayList<>();
        private volatile @Nullable RuntimeException troubleWithSeveral;

        List<String> load(TenantId tenant, List<String> commands) {
            if (commands.contains(OCCUPANT)) {
                awaitFree();
            } else {
                batches.add(commands);
            }
            return commands;
        }

        Order decide(Caller caller, String command, List<String> all) {
            if (command.equals("bad")) {
                throw new Conflict(ApplicationError.CONFLICT, "bad is refused");
            }
            return anOrder()
                    .of(caller.tenant())
                    .withId(tenure.ids().next("ord"))
                    .noting(command)
                    .pending();
        }

        List<String> store(List<Order> accepted, List<String> all) {
            if (all.contains(OCCUPANT)) {
                return List.of("nothing");
            }
            new InMemoryOrderRepository(tenure.store()).insert(accepted);
            RuntimeException trouble = troubleWithSeveral;
            if (trouble != null && all.size() > 1) {
                throw trouble;
            }
            return accepted.stream()
                    .map(order -> order.state().remarks().notes() + " as "
                            + order.state().id())
                    .toList();
        }

        private void awaitFree() {
            try {
                free.await();
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }

    /** Answers that are kept when several have asked for theirs already. */
    private record KeptTooLate(IdempotencyStore answers) implements IdempotencyStore {

        @Override
        public Deferred<Map<String, Stored>> loadAll(Collection<String> keys, Instant now) {
            return keys.size() > 1 ? Deferred.of(Map.of()) : answers.loadAll(keys, now);
        }

        @Override
        public void storeAll(Map<KeyedRequest, StoredResponse> all, Instant now, Instant expiresAt) {
            answers.storeAll(all, now, expiresAt);
        }

        @Override
        public int deleteExpired(Instant now, int limit) {
            return answers.deleteExpired(now, limit);
        }
    }

    /** Transactions of which nobody hears how those of several end. */
    private record Unheard(Transactions heard, boolean committed) implements Transactions {

        @Override
        public <T> T forSeveral(TenantId tenant, Supplier<T> work) {
            if (committed) {
                var unused = heard.forTenant(tenant, work);
            }
            throw new OutcomeUnknown(new IOException("the connection broke"));
        }

        @Override
        public <T> T forTenant(TenantId tenant, Supplier<T> work) {
            return heard.forTenant(tenant, work);
        }

        @Override
        public <T> T dryRun(TenantId tenant, Supplier<T> work) {
            return heard.dryRun(tenant, work);
        }

        @Override
        public boolean isUnderWay() {
            return heard.isUnderWay();
        }

        @Override
        public <T> T forInstallation(Supplier<T> work) {
            return heard.forInstallation(work);
        }
    }
}
