package dev.tenure.domain.shared;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** A nondeterministic automaton that follows all its paths at once: one pass over the text, without backtracking. */
final class PatternMatcher {

    private final List<Step> steps;

    private PatternMatcher(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /** @throws InvalidValue when it needs more than {@link TextPattern#MAX_STEPS} */
    static PatternMatcher of(PatternPart whole) {
        List<Step> steps = new ArrayList<>();
        whole.writeTo(steps);
        add(steps, Step.fork(-1, -1));
        return new PatternMatcher(steps);
    }

    static void add(List<Step> steps, Step step) {
        if (steps.size() > TextPattern.MAX_STEPS) {
            throw TextPattern.refused(
                    "a pattern has at most %d steps with its repetitions written out".formatted(TextPattern.MAX_STEPS));
        }
        steps.add(step);
    }

    boolean matches(String text) {
        BitSet at = new BitSet(steps.size());
        enter(0, at);
        for (int i = 0; i < text.length() && !at.isEmpty(); ) {
            int character = text.codePointAt(i);
            BitSet next = new BitSet(steps.size());
            for (int place = at.nextSetBit(0); place >= 0; place = at.nextSetBit(place + 1)) {
                IntPredicate takes = steps.get(place).takes();
                if (takes != null && takes.test(character)) {
                    enter(place + 1, next);
                }
            }
            at = next;
            i += Character.charCount(character);
        }
        return at.get(steps.size() - 1);
    }

    // Adds all steps reachable without a character. Not by recursion, because patterns can be deep.
    private void enter(int first, BitSet at) {
        List<Integer> open = new ArrayList<>(List.of(first));
        while (!open.isEmpty()) {
            int place = open.remove(open.size() - 1);
            if (place >= 0 && !at.get(place)) {
                at.set(place);
                Step step = steps.get(place);
                if (step.takes() == null) {
                    open.add(step.either());
                    open.add(step.or());
                }
            }
        }
    }

    /**
     * Consumes one character and continues at the next step; or consumes none, and continues at either step (-1: none).
     */
    record Step(@Nullable IntPredicate takes, int either, int or) {

        static Step taking(IntPredicate characters) {
            return new Step(characters, -1, -1);
        }

        static Step fork(int either, int or) {
            return new Step(null, either, or);
        }
    }
}
