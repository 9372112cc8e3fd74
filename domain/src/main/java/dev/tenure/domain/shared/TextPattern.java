package dev.tenure.domain.shared;

import java.util.Map;
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
    private final PatternMatcher matcher;

    private TextPattern(String pattern, PatternMatcher matcher) {
        this.pattern = pattern;
        this.matcher = matcher;
    }

    /** @throws InvalidValue {@code VALIDATION_ERROR} when it is no such pattern, saying where it goes wrong, or too large */
    public static TextPattern of(String pattern) {
        if (pattern.isEmpty() || pattern.length() > MAX_LENGTH) {
            throw refused("a pattern has 1 to %d characters, not %d".formatted(MAX_LENGTH, pattern.length()));
        }
        PatternPart whole = PatternParser.parse(Text.storable("pattern", pattern));
        return new TextPattern(pattern, PatternMatcher.of(whole));
    }

    /** Whether the whole text matches. */
    public boolean matches(String text) {
        return matcher.matches(text);
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

    static InvalidValue refused(String message) {
        return new InvalidValue(SharedError.VALIDATION_ERROR, message, Map.of("field", "pattern"));
    }
}
