package dev.tenure.application.shared.batch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Coalesces concurrent requests of one key. A request that finds a free slot is worked on at once, with those that
 * arrive before the work starts; requests that arrive while all slots are taken wait, and when one is free, the first
 * of them works for all. Nobody waits for others to arrive, and the batches grow with the load.
 *
 * @param <K> what requests have in common that can be worked on together
 * @param <W> a request
 * @param <R> its result
 */
public final class RequestCoalescer<K, W, R> {

    /** In larger batches the last request would wait long, and gain little. */
    static final int MOST = 64;

    /**
     * More slots would share the processors and make smaller batches; with two, one can work while the other waits for
     * the store.
     */
    private static final int USUAL_PLACES = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final int places;
    private final BiFunction<K, List<W>, ? extends List<? extends Supplier<R>>> together;
    private final Map<K, Line> lines = new ConcurrentHashMap<>();

    /** As {@link #RequestCoalescer(int, BiFunction)}, with a slot for each processor, and at least two. */
    public RequestCoalescer(BiFunction<K, List<W>, ? extends List<? extends Supplier<R>>> together) {
        this(USUAL_PLACES, together);
    }

    /**
     * @param places the slots: how many threads work at a time, for each key
     * @param together works on the requests; returns for each, in their order, the supplier of its result, which its
     *     own thread calls. What it throws goes to all of them
     */
    public RequestCoalescer(int places, BiFunction<K, List<W>, ? extends List<? extends Supplier<R>>> together) {
        this.places = places;
        this.together = together;
    }

    /** The result of this request, by this thread or another. */
    @SuppressWarnings("ThreadPriorityCheck") // Only the size of the batches depends on the yield.
    public R run(K key, W wanted) {
        Member member = new Member(wanted);
        lines.compute(key, (same, line) -> (line == null ? new Line() : line).entered(member));
        if (member.isToWork.join()) {
            // Lets requests that are about to arrive join; without any, this continues at once.
            Thread.yield();
            work(key);
        }
        return Objects.requireNonNull(member.outcome).get();
    }

    private void work(K key) {
        List<Member> members = new ArrayList<>();
        lines.computeIfPresent(key, (same, line) -> line.taken(members));
        try {
            List<? extends Supplier<R>> outcomes = together.apply(
                    key, members.stream().map(member -> member.wanted).toList());
            for (int i = 0; i < members.size(); i++) {
                members.get(i).outcome = outcomes.get(i);
            }
        } catch (RuntimeException failed) {
            members.forEach(member -> member.outcome = () -> {
                throw failed;
            });
        } finally {
            // Wakes their own threads, and the next in line.
            lines.computeIfPresent(key, (same, line) -> line.left());
            members.forEach(Member::isDone);
        }
    }

    /** The waiting requests of one key, the next one first. */
    private final class Line {

        private final Queue<Member> waiting = new ArrayDeque<>();
        private int atWork;
        private boolean firstIsCalled;

        Line entered(Member member) {
            waiting.add(member);
            callFirst();
            return this;
        }

        Line taken(List<Member> members) {
            while (members.size() < MOST && !waiting.isEmpty()) {
                members.add(waiting.remove());
            }
            atWork++;
            firstIsCalled = false;
            callFirst();
            return this;
        }

        @Nullable
        Line left() {
            atWork--;
            callFirst();
            return atWork == 0 && waiting.isEmpty() ? null : this;
        }

        private void callFirst() {
            if (!firstIsCalled && atWork < places && !waiting.isEmpty()) {
                firstIsCalled = true;
                waiting.element().isToWork.complete(true);
            }
        }
    }

    private final class Member {

        private final W wanted;

        /** Whether this request must work for all that wait; otherwise it is done. */
        private final CompletableFuture<Boolean> isToWork = new CompletableFuture<>();

        private volatile @Nullable Supplier<R> outcome;

        Member(W wanted) {
            this.wanted = wanted;
        }

        void isDone() {
            if (outcome == null) {
                outcome = () -> {
                    throw new IllegalStateException("the work for several ended in an error of the machine");
                };
            }
            isToWork.complete(false);
        }
    }
}
