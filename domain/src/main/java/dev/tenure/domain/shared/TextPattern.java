package dev.tenure.domain.shared;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that a whole text must match, in the part of the usual notation that can be matched in one pass: the time it takes grows
 * with the length of the text and with nothing else, whatever the pattern. So a pattern of one tenant can't hold up the others.
 *
 * <p>It has characters, {@code .} for any, {@code \d \w \s} and {@code \D \W \S}, sets such as {@code [A-Z_]} and {@code [^0-9]},
 * groups, {@code |}, and {@code ? * + {2} {2,} {2,4}}; a backslash takes the meaning from a character. {@code ^} in front and
 * {@code $} at the end may stand there and change nothing. There is no reference back, no looking around and no lazy repetition.
 *
 * <p>Worked example: {@code PO-\d{4}-\d{6}} matches {@code PO-2025-001234} and neither {@code PO-2025-1} nor {@code XPO-2025-001234}.
 */
public final class TextPattern {

    /** In UTF-16 units. */
    public static final int MAX_LENGTH = 255;

    /** How many steps a pattern may have when its repetitions are written out: {@code \d{6}} has 12. */
    public static final int MAX_STEPS = 2000;

    private final String pattern;
    private final List<Step> steps;

    private TextPattern(String pattern, List<Step> steps) {
        this.pattern = pattern;
        this.steps = steps;
    }

    /** @throws InvalidValue {@code VALIDATION_ERROR} when it is no such pattern, saying where it goes wrong, or too large */
    public static TextPattern of(String pattern) {
        if (pattern.isEmpty() || pattern.length() > MAX_LENGTH) {
            throw refused("a pattern has 1 to %d characters, not %d".formatted(MAX_LENGTH, pattern.length()));
        }
        List<Step> steps = new ArrayList<>();
        new Reader(Text.storable("pattern", pattern)).whole().writeTo(steps);
        add(steps, new Step(null, -1, -1));
        return new TextPattern(pattern, List.copyOf(steps));
    }

    /** Whether the whole text matches. */
    public boolean matches(String text) {
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

    // With all that can be reached without a character. Not by recursion: a pattern can be deep.
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TextPattern that && pattern.equals(that.pattern);
    }

    @Override
    public int hashCode() {
        return pattern.hashCode();
    }

    /** The pattern as it was written. */
    @Override
    public String toString() {
        return pattern;
    }

    private static InvalidValue refused(String message) {
        return new InvalidValue(SharedError.VALIDATION_ERROR, message, Map.of("field", "pattern"));
    }

    private static void add(List<Step> steps, Step step) {
        if (steps.size() > MAX_STEPS) {
            throw refused("a pattern has at most %d steps with its repetitions written out".formatted(MAX_STEPS));
        }
        steps.add(step);
    }

    /** Takes one character and goes on behind it; or takes none, and goes to either place, -1 being nowhere. */
    private record Step(@Nullable IntPredicate takes, int either, int or) {}

    /** A part of a pattern, which writes its steps behind those there are. */
    private interface Part {
        void writeTo(List<Step> steps);
    }

    private record One(IntPredicate takes) implements Part {
        @Override
        public void writeTo(List<Step> steps) {
            add(steps, new Step(takes, -1, -1));
        }
    }

    private record Sequence(List<Part> parts) implements Part {
        @Override
        public void writeTo(List<Step> steps) {
            parts.forEach(part -> part.writeTo(steps));
        }
    }

    private record Choice(Part first, Part second) implements Part {
        @Override
        public void writeTo(List<Step> steps) {
            int fork = steps.size();
            add(steps, new Step(null, -1, -1));
            first.writeTo(steps);
            int leap = steps.size();
            add(steps, new Step(null, -1, -1));
            steps.set(fork, new Step(null, fork + 1, leap + 1));
            second.writeTo(steps);
            steps.set(leap, new Step(null, steps.size(), -1));
        }
    }

    /** @param most -1 for any number */
    private record Repetition(Part part, int least, int most) implements Part {
        @Override
        public void writeTo(List<Step> steps) {
            for (int i = 0; i < least; i++) {
                part.writeTo(steps);
                add(steps, new Step(null, steps.size() + 1, -1));
            }
            if (most < 0) {
                int fork = steps.size();
                add(steps, new Step(null, -1, -1));
                part.writeTo(steps);
                add(steps, new Step(null, fork, -1));
                steps.set(fork, new Step(null, fork + 1, steps.size()));
                return;
            }
            List<Integer> forks = new ArrayList<>();
            for (int i = least; i < most; i++) {
                forks.add(steps.size());
                add(steps, new Step(null, -1, -1));
                part.writeTo(steps);
            }
            for (int fork : forks) {
                steps.set(fork, new Step(null, fork + 1, steps.size()));
            }
        }
    }

    private static final class Reader {

        private static final int MAX_COUNT = 1000;
        private static final String SPECIAL = "\\|()[]{}*+?.^$";

        private final String pattern;
        private int place;

        Reader(String pattern) {
            this.pattern = pattern;
        }

        Part whole() {
            if (!pattern.isEmpty() && pattern.charAt(0) == '^') {
                place++;
            }
            Part part = choice();
            if (place < pattern.length()) {
                throw wrong("there is no group to close");
            }
            return part;
        }

        private Part choice() {
            Part first = sequence();
            return take('|') ? new Choice(first, choice()) : first;
        }

        private Part sequence() {
            List<Part> parts = new ArrayList<>();
            while (place < pattern.length() && pattern.charAt(place) != '|' && pattern.charAt(place) != ')') {
                if (pattern.charAt(place) == '$' && place == pattern.length() - 1) {
                    place++;
                } else {
                    parts.add(repeated(one()));
                }
            }
            return new Sequence(parts);
        }

        private Part repeated(Part part) {
            Part repeated = repetition(part);
            if (repeated != part && place < pattern.length() && "*+?{".indexOf(pattern.charAt(place)) >= 0) {
                throw wrong("a repetition can't be repeated or lazy without a group");
            }
            return repeated;
        }

        private Part repetition(Part part) {
            if (take('*')) {
                return new Repetition(part, 0, -1);
            }
            if (take('+')) {
                return new Repetition(part, 1, -1);
            }
            if (take('?')) {
                return new Repetition(part, 0, 1);
            }
            if (!take('{')) {
                return part;
            }
            int least = count();
            int most = least;
            if (take(',')) {
                most = place < pattern.length() && pattern.charAt(place) == '}' ? -1 : count();
            }
            if (!take('}') || (most >= 0 && most < least)) {
                throw wrong("a repetition is {2}, {2,} or {2,4}");
            }
            return new Repetition(part, least, most);
        }

        private int count() {
            int start = place;
            while (place < pattern.length() && pattern.charAt(place) >= '0' && pattern.charAt(place) <= '9') {
                place++;
            }
            if (place == start || place - start > 4) {
                throw wrong("a repetition is of 0 to %d".formatted(MAX_COUNT));
            }
            int count = Integer.parseInt(pattern.substring(start, place));
            if (count > MAX_COUNT) {
                throw wrong("a repetition is of 0 to %d".formatted(MAX_COUNT));
            }
            return count;
        }

        private Part one() {
            int character = next();
            return switch (character) {
                case '(' -> group();
                case '[' -> new One(set());
                case '.' -> new One(any -> true);
                case '\\' -> new One(escaped());
                default -> {
                    if (SPECIAL.indexOf(character) >= 0) {
                        throw wrong("%c has to be written \\%c there".formatted(character, character));
                    }
                    yield new One(given -> given == character);
                }
            };
        }

        private Part group() {
            if (take('?') && !take(':')) {
                throw wrong("a group is ( ) or (?: )");
            }
            Part group = choice();
            if (!take(')')) {
                throw wrong("the group is not closed");
            }
            return group;
        }

        private IntPredicate set() {
            boolean outside = take('^');
            IntPredicate set = none -> false;
            boolean empty = true;
            while (!take(']')) {
                empty = false;
                int first = next();
                if (first == '[') {
                    throw wrong("[ has to be written \\[ in a set");
                }
                boolean isClass =
                        first == '\\' && place < pattern.length() && "dwsDWS".indexOf(pattern.charAt(place)) >= 0;
                if (isClass) {
                    set = set.or(escaped());
                    continue;
                }
                int from = first == '\\' ? literal() : first;
                int to = from;
                if (place + 1 < pattern.length() && pattern.charAt(place) == '-' && pattern.charAt(place + 1) != ']') {
                    place++;
                    int last = next();
                    to = last == '\\' ? literal() : last;
                }
                if (to < from) {
                    throw wrong("a range goes from the lower to the higher character");
                }
                int upTo = to;
                set = set.or(given -> given >= from && given <= upTo);
            }
            if (empty) {
                throw wrong("a set has a character at least");
            }
            return outside ? set.negate() : set;
        }

        private IntPredicate escaped() {
            if (place < pattern.length()) {
                char letter = pattern.charAt(place);
                IntPredicate known =
                        switch (Character.toLowerCase(letter)) {
                            case 'd' -> given -> given >= '0' && given <= '9';
                            case 'w' -> given -> Character.isLetterOrDigit(given) || given == '_';
                            case 's' -> Character::isWhitespace;
                            default -> null;
                        };
                if (known != null) {
                    place++;
                    return Character.isUpperCase(letter) ? known.negate() : known;
                }
            }
            int literal = literal();
            return given -> given == literal;
        }

        private int literal() {
            int character = next();
            if (Character.isLetterOrDigit(character)) {
                throw wrong("there is no \\%s".formatted(Character.toString(character)));
            }
            return character;
        }

        private boolean take(char wanted) {
            if (place < pattern.length() && pattern.charAt(place) == wanted) {
                place++;
                return true;
            }
            return false;
        }

        private int next() {
            if (place >= pattern.length()) {
                throw wrong("it ends too early");
            }
            int character = pattern.codePointAt(place);
            place += Character.charCount(character);
            return character;
        }

        private InvalidValue wrong(String why) {
            return refused("is no pattern, at character %d: %s".formatted(place, why));
        }
    }
}
