package dev.tenure.domain.shared;

import dev.tenure.domain.shared.PatternMatcher.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** A part of a parsed pattern. */
sealed interface PatternPart {

    /** Appends the steps that match this part. */
    void writeTo(List<Step> steps);

    record One(IntPredicate takes) implements PatternPart {
        @Override
        public void writeTo(List<Step> steps) {
            PatternMatcher.add(steps, Step.taking(takes));
        }
    }

    record Sequence(List<PatternPart> parts) implements PatternPart {
        @Override
        public void writeTo(List<Step> steps) {
            parts.forEach(part -> part.writeTo(steps));
        }
    }

    record Choice(PatternPart first, PatternPart second) implements PatternPart {
        @Override
        public void writeTo(List<Step> steps) {
            int fork = steps.size();
            PatternMatcher.add(steps, Step.fork(-1, -1));
            first.writeTo(steps);
            int leap = steps.size();
            PatternMatcher.add(steps, Step.fork(-1, -1));
            steps.set(fork, Step.fork(fork + 1, leap + 1));
            second.writeTo(steps);
            steps.set(leap, Step.fork(steps.size(), -1));
        }
    }

    /** @param most -1 for any number */
    record Repetition(PatternPart part, int least, int most) implements PatternPart {
        @Override
        public void writeTo(List<Step> steps) {
            for (int i = 0; i < least; i++) {
                part.writeTo(steps);
                PatternMatcher.add(steps, Step.fork(steps.size() + 1, -1));
            }
            if (most < 0) {
                int fork = steps.size();
                PatternMatcher.add(steps, Step.fork(-1, -1));
                part.writeTo(steps);
                PatternMatcher.add(steps, Step.fork(fork, -1));
                steps.set(fork, Step.fork(fork + 1, steps.size()));
                return;
            }
            List<Integer> forks = new ArrayList<>();
            for (int i = least; i < most; i++) {
                forks.add(steps.size());
                PatternMatcher.add(steps, Step.fork(-1, -1));
                part.writeTo(steps);
            }
            for (int fork : forks) {
                steps.set(fork, Step.fork(fork + 1, steps.size()));
            }
        }
    }
}
