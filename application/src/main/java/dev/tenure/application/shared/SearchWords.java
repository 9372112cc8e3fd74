package dev.tenure.application.shared;

import dev.tenure.domain.shared.SharedError;
import java.util.List;

/**
 * The words of a search, folded; something is found when it matches every one of them. A word of three letters or more
 * matches anywhere in a name, a shorter one at the start of a word. Punctuation around a word, and words of punctuation
 * only, are ignored.
 */
public record SearchWords(List<String> words) {

    /** In UTF-16 units, before folding. */
    public static final int MAX_LENGTH = 200;

    public static final int MAX_WORDS = 8;

    private static final int LONGEST_SHORT_WORD = 2;

    public SearchWords {
        words = List.copyOf(words);
    }

    /**
     * @throws InvalidCommand {@code VALIDATION_ERROR} at {@code search} when there is no word to search for, or too
     * many
     */
    public static SearchWords of(String search) {
        if (search.length() > MAX_LENGTH) {
            throw refused("too_big", "must have at most %d characters, not %d".formatted(MAX_LENGTH, search.length()));
        }
        List<String> words = Folding.tokens(search).stream()
                .map(SearchWords::withoutPunctuation)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        if (words.isEmpty()) {
            throw refused("too_small", "must have a letter or a digit");
        }
        if (words.size() > MAX_WORDS) {
            throw refused("too_big", "must have at most %d words, not %d".formatted(MAX_WORDS, words.size()));
        }
        return new SearchWords(words);
    }

    /** @throws InvalidCommand as {@link #of} */
    public static void check(String search) {
        SearchWords unused = of(search);
    }

    /** Whether the word is looked for at the start of words only. */
    public static boolean isShort(String word) {
        return word.codePointCount(0, word.length()) <= LONGEST_SHORT_WORD;
    }

    private static String withoutPunctuation(String token) {
        int start = 0;
        int end = token.length();
        while (start < end && !Character.isLetterOrDigit(token.codePointAt(start))) {
            start += Character.charCount(token.codePointAt(start));
        }
        while (end > start && !Character.isLetterOrDigit(token.codePointBefore(end))) {
            end -= Character.charCount(token.codePointBefore(end));
        }
        return token.substring(start, end);
    }

    private static InvalidCommand refused(String code, String message) {
        return new InvalidCommand(SharedError.VALIDATION_ERROR, List.of(new FieldError("search", code, message)));
    }
}
