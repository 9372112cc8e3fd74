package dev.tenure.application.shared;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The search text of an object, in which a plain substring search shows whether a word matches: the folded names, then
 * the first letters of their words, then the prefixes and the end of an id. A store keeps the text and searches for the
 * same substrings.
 */
public final class SearchText {

    // A folded text has none of these.
    private static final String SECTION = "\u0001";
    private static final String WORD = "\u0002";
    private static final String ID = "\u0003";
    private static final String ID_END = "\u0004";

    private static final int SHORTEST_PIECE_OF_AN_ID = 3;

    private final String value;
    private final int endOfNames;

    private SearchText(String value) {
        this.value = value;
        this.endOfNames = value.indexOf(SECTION);
    }

    public static SearchText of(Collection<String> names) {
        return new SearchText(value(names, ""));
    }

    /**
     * @param prefix of the id: ignored, with or without it the id is the same
     * @param id found by the beginning of any of its parts (letters and digits) and by its end
     */
    public static SearchText of(Collection<String> names, String prefix, String id) {
        String body = bodyOf(Folding.fold(id), prefix);
        String beginnings = partsOf(body).stream().map(part -> ID + part).collect(Collectors.joining());
        return new SearchText(value(names, beginnings + ID_END));
    }

    /** The text for the store. */
    public String value() {
        return value;
    }

    public boolean matches(SearchWords search, String idPrefix) {
        return search.words().stream().allMatch(word -> matches(word, idPrefix));
    }

    private boolean matches(String word, String idPrefix) {
        if (SearchWords.isShort(word)) {
            return value.contains(startOfWord(word));
        }
        int found = value.indexOf(word);
        if (found >= 0 && found < endOfNames) {
            return true;
        }
        String piece = pieceOfId(word, idPrefix);
        return piece != null && (value.contains(startOfId(piece)) || value.contains(endOfId(piece)));
    }

    /** The substring for words that begin with this short one. */
    public static String startOfWord(String word) {
        return WORD + word;
    }

    /** The end of the names, in which longer words are searched. */
    public static String endOfNames() {
        return SECTION;
    }

    /** The part of an id in this word; null if it is too short for one. */
    public static @Nullable String pieceOfId(String word, String prefix) {
        return word.length() < SHORTEST_PIECE_OF_AN_ID ? null : bodyOf(word, prefix);
    }

    public static String startOfId(String piece) {
        return ID + piece;
    }

    public static String endOfId(String piece) {
        return piece + ID_END;
    }

    /** The id without its prefix. */
    public static String bodyOf(String foldedId, String prefix) {
        return foldedId.startsWith(prefix) && foldedId.length() > prefix.length()
                ? foldedId.substring(prefix.length())
                : foldedId;
    }

    /** The id from the start of each of its parts on: {@code so-2024-001}, {@code 2024-001} and {@code 001}. */
    public static List<String> partsOf(String body) {
        Set<String> parts = new LinkedHashSet<>();
        parts.add(body);
        for (int i = 1; i < body.length(); i++) {
            if (Folding.startsWord(body, i)) {
                parts.add(body.substring(i));
            }
        }
        return List.copyOf(parts);
    }

    private static String value(Collection<String> names, String id) {
        List<String> folded = names.stream()
                .flatMap(name -> Folding.tokens(name).stream())
                .distinct()
                .toList();
        Set<String> starts = new LinkedHashSet<>();
        for (String token : folded) {
            for (int i = 0; i < token.length(); i = token.offsetByCodePoints(i, 1)) {
                if (Folding.startsWord(token, i)) {
                    int second = token.offsetByCodePoints(i, 1);
                    int end = second == token.length() ? second : token.offsetByCodePoints(second, 1);
                    starts.add(WORD + token.substring(i, end));
                }
            }
        }
        return String.join(" ", folded) + SECTION + String.join("", starts) + SECTION + id;
    }
}
