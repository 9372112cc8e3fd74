package dev.tenure.application.shared.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.application.shared.OwnThread;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RequestCoalescerTest {

    private static final String BUSY = "busy";

    private final Desk desk = new Desk();
    private final RequestCoalescer<String, Integer, String> coalescer = new RequestCoalescer<>(1, desk::serve);

    @Test
    void who_comes_alone_works_at_once() {
        assertThat(coalescer.run("quiet", 1)).isEqualTo("quiet 1");
        assertThat(coalescer.run("quiet", 2)).isEqualTo("quiet 2");

        assertThat(desk.batches).containsExactly(List.of(1), List.of(2));
        assertThat(desk.workers).containsOnly(Thread.currentThread());
    }

    @Test
    void those_who_come_while_all_places_are_taken_are_done_together_in_their_order() {
        OwnThread<String> first = come(1);
        List<OwnThread<String>> others = come(2, 3, 4);

        desk.open();

        assertThat(first.result()).isEqualTo("busy 1");
        assertThat(others).extracting(OwnThread::result).containsExactly("busy 2", "busy 3", "busy 4");
        assertThat(desk.batches).containsExactly(List.of(1), List.of(2, 3, 4));
    }

    @Test
    void as_many_work_at_a_time_as_there_are_places() {
        RequestCoalescer<String, Integer, String> two = new RequestCoalescer<>(2, desk::serve);
        List<OwnThread<String>> all = IntStream.rangeClosed(1, 4)
                .mapToObj(wanted -> OwnThread.waiting(() -> two.run(BUSY, wanted)))
                .toList();
        assertThat(desk.batches).containsExactly(List.of(1), List.of(2));

        desk.open();

        assertThat(all).extracting(OwnThread::result).containsExactly("busy 1", "busy 2", "busy 3", "busy 4");
        assertThat(desk.batches).containsExactly(List.of(1), List.of(2), List.of(3, 4));
    }

    @Test
    void no_more_than_the_most_are_done_at_a_time() {
        List<OwnThread<String>> all =
                come(IntStream.rangeClosed(0, RequestCoalescer.MOST + 1).toArray());

        desk.open();

        all.forEach(OwnThread::result);
        assertThat(desk.batches).extracting(List::size).containsExactly(1, RequestCoalescer.MOST, 1);
    }

    @Test
    void things_of_different_keys_are_apart() {
        OwnThread<String> busy = come(1);

        assertThat(coalescer.run("quiet", 2)).isEqualTo("quiet 2");

        desk.open();
        assertThat(busy.result()).isEqualTo("busy 1");
    }

    @Test
    void what_one_of_several_fails_with_is_its_own() {
        OwnThread<String> first = come(1);
        List<OwnThread<String>> others = come(2, Desk.REFUSED, 4);

        desk.open();

        assertThat(first.result()).isEqualTo("busy 1");
        assertThat(others.get(0).result()).isEqualTo("busy 2");
        assertThat(others.get(1).failure()).isInstanceOf(IllegalArgumentException.class);
        assertThat(others.get(2).result()).isEqualTo("busy 4");
    }

    @Test
    void what_the_work_fails_with_reaches_all_and_the_next_go_on() {
        IllegalStateException failure = new IllegalStateException("together it did not go well");
        desk.troubleWithSeveral = () -> {
            throw failure;
        };
        OwnThread<String> first = come(1);
        List<OwnThread<String>> others = come(2, 3, 4);

        desk.open();

        assertThat(first.result()).isEqualTo("busy 1");
        assertThat(others).extracting(OwnThread::failure).containsOnly(failure);
        assertThat(coalescer.run(BUSY, 5)).isEqualTo("busy 5");
    }

    @Test
    void an_error_of_the_machine_is_that_of_the_one_who_works_and_ends_the_waiting_of_the_others() {
        OutOfMemoryError error = new OutOfMemoryError("of the machine");
        desk.troubleWithSeveral = () -> {
            throw error;
        };
        OwnThread<String> first = come(1);
        List<OwnThread<String>> others = come(2, 3, 4);

        desk.open();

        assertThat(first.result()).isEqualTo("busy 1");
        assertThat(others.get(0).failure()).isSameAs(error);
        assertThat(others.subList(1, 3)).extracting(OwnThread::failure).allSatisfy(failure -> assertThat(failure)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("error of the machine"));
        assertThat(coalescer.run(BUSY, 5)).isEqualTo("busy 5");
    }

    @Test
    void work_that_gives_too_few_results_fails_all_of_it() {
        RequestCoalescer<String, Integer, String> lazy = new RequestCoalescer<>(1, (key, wanted) -> List.of());

        assertThatThrownBy(() -> lazy.run("quiet", 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> lazy.run("quiet", 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void nothing_is_left_of_a_line_in_which_nobody_is() {
        RequestCoalescer<Noted, Integer, String> noted =
                new RequestCoalescer<>(1, (key, wanted) -> desk.serve("quiet", wanted));
        AtomicInteger met = new AtomicInteger();

        assertThat(noted.run(new Noted(met), 1)).isEqualTo("quiet 1");
        assertThat(noted.run(new Noted(met), 2)).isEqualTo("quiet 2");

        assertThat(met).hasValue(0);
    }

    @Test
    void of_many_threads_that_want_many_things_each_gets_its_own_and_each_thing_is_done_once() {
        Map<Integer, Integer> done = new ConcurrentHashMap<>();
        Map<String, AtomicInteger> atWork = Map.of("a", new AtomicInteger(), "b", new AtomicInteger());
        Queue<String> broken = new ConcurrentLinkedQueue<>();
        RequestCoalescer<String, Integer, String> crowded = new RequestCoalescer<>(2, (key, wanted) -> {
            AtomicInteger ofKey = atWork.getOrDefault(key, new AtomicInteger());
            if (ofKey.incrementAndGet() > 2 || wanted.isEmpty() || wanted.size() > RequestCoalescer.MOST) {
                broken.add(key + wanted);
            }
            wanted.forEach(one -> done.merge(one, 1, Integer::sum));
            LockSupport.parkNanos(1);
            ofKey.decrementAndGet();
            if (wanted.get(0) % 7 == 0) {
                throw new IllegalStateException("one of seven fails");
            }
            return wanted.stream().<Supplier<String>>map(one -> () -> key + one).toList();
        });
        int threads = 100;
        int each = 100;

        List<OwnThread<Map<Integer, String>>> all = IntStream.range(0, threads)
                .mapToObj(thread -> OwnThread.doing(() -> {
                    Map<Integer, String> got = new HashMap<>();
                    for (int wanted = thread * each; wanted < (thread + 1) * each; wanted++) {
                        got.put(wanted, gotOrFailed(crowded, wanted));
                    }
                    return got;
                }))
                .toList();

        all.forEach(thread -> assertThat(thread.result()).hasSize(each).allSatisfy((wanted, got) -> assertThat(got)
                .isIn(key(wanted) + wanted, "one of seven fails")));
        assertThat(done).hasSize(threads * each);
        assertThat(done.values()).containsOnly(1);
        assertThat(broken).isEmpty();
    }

    private static String gotOrFailed(RequestCoalescer<String, Integer, String> coalescer, int wanted) {
        try {
            return coalescer.run(key(wanted), wanted);
        } catch (IllegalStateException failed) {
            return String.valueOf(failed.getMessage());
        }
    }

    private static String key(int wanted) {
        return wanted % 2 == 0 ? "a" : "b";
    }

    /** Wants this at the busy desk, on a thread of its own that waits. */
    private OwnThread<String> come(int wanted) {
        return OwnThread.waiting(() -> coalescer.run(BUSY, wanted));
    }

    private List<OwnThread<String>> come(int... wanted) {
        List<OwnThread<String>> all = new ArrayList<>();
        for (int one : wanted) {
            all.add(come(one));
        }
        return all;
    }

    /** Handles all requests, those of the busy key once it is open; records each batch and its thread. */
    private static final class Desk {

        private static final int REFUSED = -1;

        private final CountDownLatch opened = new CountDownLatch(1);
        private final List<List<Integer>> batches = new CopyOnWriteArrayList<>();
        private final List<Thread> workers = new CopyOnWriteArrayList<>();
        private volatile Runnable troubleWithSeveral = () -> {};

        void open() {
            opened.countDown();
        }

        List<Supplier<String>> serve(String key, List<Integer> wanted) {
            batches.add(wanted);
            workers.add(Thread.currentThread());
            if (key.equals(BUSY)) {
                awaitOpening();
            }
            if (wanted.size() > 1) {
                troubleWithSeveral.run();
            }
            return wanted.stream()
                    .<Supplier<String>>map(one -> () -> served(key, one))
                    .toList();
        }

        private static String served(String key, int wanted) {
            if (wanted == REFUSED) {
                throw new IllegalArgumentException("refused");
            }
            return key + " " + wanted;
        }

        private void awaitOpening() {
            try {
                opened.await();
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }

    /** A key that notes when it meets another in a map: one whose line is still there. */
    private static final class Noted {

        private final AtomicInteger met;

        Noted(AtomicInteger met) {
            this.met = met;
        }

        @Override
        public boolean equals(Object other) {
            if (this != other) {
                met.incrementAndGet();
            }
            return other instanceof Noted;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }
}
