package dev.tenure.domain.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Parses a pattern by recursive descent. */
final class PatternParser {

    private PatternParser() {}

    /** @throws InvalidValue when it is not a pattern, with the position of the error */
    static PatternPart parse(String pattern) {
        return new Reader(pattern).whole();
    }

    private static final class Reader {

        private static final int MAX_COUNT = 1000;
        private static final String SPECIAL = "\\|()[]{}*+?.^$";

        private final String pattern;
        private int place;

        Reader(String pattern) {
            this.pattern = pattern;
        }

        PatternPart whole() {
            if (!pattern.isEmpty() && pattern.charAt(0) == '^') {
                place++;
            }
            PatternPart part = choice();
            if (place < pattern.length()) {
                throw wrong("there is no group to close");
            }
            return part;
        }

        private PatternPart choice() {
            PatternPart first = sequence();
            return take('|') ? new PatternPart.Choice(first, choice()) : first;
        }

        private PatternPart sequence() {
            List<PatternPart> parts = new ArrayList<>();
            while (place < pattern.length() && pattern.charAt(place) != '|' && pattern.charAt(place) != ')') {
                if (pattern.charAt(place) == '$' && place == pattern.length() - 1) {
                    place++;
                } else {
                    parts.add(repeated(one()));
                }
            }
            return new PatternPart.Sequence(parts);
        }

        private PatternPart repeated(PatternPart part) {
            PatternPart repeated = repetition(part);
            if (repeated != part && place < pattern.length() && "*+?{".indexOf(pattern.charAt(place)) >= 0) {
                throw wrong("a repetition can't be repeated or lazy without a group");
            }
            return repeated;
        }

        private PatternPart repetition(PatternPart part) {
            if (take('*')) {
                return new PatternPart.Repetition(part, 0, -1);
            }
            if (take('+')) {
                return new PatternPart.Repetition(part, 1, -1);
            }
            if (take('?')) {
                return new PatternPart.Repetition(part, 0, 1);
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
            return new PatternPart.Repetition(part, least, most);
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

        private PatternPart one() {
            int character = next();
            return switch (character) {
                case '(' -> group();
                case '[' -> new PatternPart.One(set());
                case '.' -> new PatternPart.One(any -> true);
                case '\\' -> new PatternPart.One(escaped());
                default -> {
                    if (SPECIAL.indexOf(character) >= 0) {
                        throw wrong("%c has to be written \\%c there".formatted(character, character));
                    }
                    yield new PatternPart.One(given -> given == character);
                }
            };
        }

        private PatternPart group() {
            if (take('?') && !take(':')) {
                throw wrong("a group is ( ) or (?: )");
            }
            PatternPart group = choice();
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
            return TextPattern.refused("is no pattern, at character %d: %s".formatted(place, why));
        }
    }
}
