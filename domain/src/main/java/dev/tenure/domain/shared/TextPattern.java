package dev.tenure.domain.shared;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pattern that a whole text must match, in the part of regular expressions that can be matched in one pass: the time
 * grows only with the length of the text, whatever the pattern. So a tenant's pattern can't slow down other tenants.
 *
 * <p>It supports characters, {@code .} for any, {@code \d \w \s} and {@code \D \W \S}, sets such as {@code [A-Z_]} and
 * {@code [^0-9]}, groups, {@code |}, and {@code ? * + {2} {2,} {2,4}}; a backslash escapes a character. {@code ^} at
 * the start and {@code $} at the end are allowed and have no effect. There are no back-references, no lookaround and no
 * lazy repetition.
 *
 * <p>Worked example: {@code PO-\d{4}-\d{6}} matches {@code PO-2025-001234} and neither {@code PO-2025-1} nor
 * {@code XPO-2025-001234}.
 */
public final class TextPattern {

    /** In UTF-16 units. */
    public static final int MAX_LENGTH = 255;

    /** The limit of steps after its repetitions are expanded: {@code \d{6}} has 12. */
    public static final int MAX_STEPS = 2000;

    private final String pattern;
    private final PatternMatcher matcher;

    private TextPattern(String pattern, PatternMatcher matcher) {
        this.pattern = pattern;
        this.matcher = matcher;
    }

    /**
     * @throws InvalidValue {@code VALIDATION_ERROR} when it is not a pattern, with the position of the error, or is too
     *     large
     */
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

    /** The pattern as given. */
    @Override
    public String toString() {
        return pattern;
    }

    static InvalidValue refused(String message) {
        return new InvalidValue(SharedError.VALIDATION_ERROR, message, Map.of("field", "pattern"));
    }
}
