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
 * Coalesces concurrent requests of one key. A request that finds a free slot is worked on at once, with those that arrive before the work
 * starts; requests that arrive while all slots are taken wait, and when one is free, the first of them works for all. Nobody waits for
 * others to arrive, and the batches grow with the load.
 *
 * @param <K> what requests have in common that can be worked on together
 * @param <W> a request
 * @param <R> its result
 */
public final class RequestCoalescer<K, W, R> {

    /** Of more the last would wait long, and gain little. */
    static final int MOST = 64;

    /** More would share the processors, and leave less to do together; of two one can work while the other waits for the store. */
    private static final int USUAL_PLACES = Math.max(2, Runtime.getRuntime().availableProcessors());

    private final int places;
    private final BiFunction<K, List<W>, ? extends List<? extends Supplier<R>>> together;
    private final Map<K, Line> lines = new ConcurrentHashMap<>();

    /** As {@link #RequestCoalescer(int, BiFunction)}, with a place for each processor, and two at the least. */
    public RequestCoalescer(BiFunction<K, List<W>, ? extends List<? extends Supplier<R>>> together) {
        this(USUAL_PLACES, together);
    }

    /**
     * @param places how many threads work at a time, for each key
     * @param together does what is wanted; gives for each, in their order, what its own thread is to get the result from. What it throws
     *     goes to all of them
     */
    public RequestCoalescer(int places, BiFunction<K, List<W>, ? extends List<? extends Supplier<R>>> together) {
        this.places = places;
        this.together = together;
    }

    /** The result for this one, by this thread or another. */
    @SuppressWarnings("ThreadPriorityCheck") // Nothing depends on the yield but how many are done at a time.
    public R run(K key, W wanted) {
        Member member = new Member(wanted);
        lines.compute(key, (same, line) -> (line == null ? new Line() : line).entered(member));
        if (member.isToWork.join()) {
            // Those who are about to come do so first; where there is nobody, this goes on at once.
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
            // Their own threads go on, and the next in line.
            lines.computeIfPresent(key, (same, line) -> line.left());
            members.forEach(Member::isDone);
        }
    }

    /** Those who want something of one key, the one whose turn is next before the others. */
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

        /** Whether this one is to work, for all that wait; or is done. */
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
