package dev.tenure.application.shared;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes texts equal that people consider the same: in any case, with or without accents, in any script.
 * {@code José Müller}, {@code JOSE MULLER} and {@code Ｊｏｓé Mu¨ller} are equal; so are {@code Straße} and
 * {@code strasse}, {@code Łódź} and {@code lodz}, {@code İstanbul}, {@code ıstanbul} and {@code istanbul}.
 *
 * <p>In this order: compatibility decomposition (NFKD: full-width forms, ligatures and letters with marks are
 * decomposed), marks and invisible characters are removed, letters that Unicode does not decompose are replaced by
 * {@link #SPELLED}, full case folding (upper case and then lower case of the root locale, and one lower-case sigma),
 * composition (NFC: Korean syllables are composed again), control characters and white space of any kind become blanks,
 * and typographic apostrophes and dashes the plain ones. Folding a folded text changes nothing. Stored texts are folded
 * by this, so a change of it needs a migration of the stored texts.
 */
public final class Folding {

    private static final Map<Integer, String> SPELLED = Map.ofEntries(
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'ħ', "h"),
            Map.entry((int) 'ŧ', "t"),
            Map.entry((int) 'ŋ', "n"),
            Map.entry((int) 'ı', "i"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'ς', "σ"),
            Map.entry((int) '’', "'"),
            Map.entry((int) '‘', "'"),
            Map.entry((int) 'ʼ', "'"),
            Map.entry((int) '`', "'"),
            Map.entry((int) '‐', "-"),
            Map.entry((int) '–', "-"),
            Map.entry((int) '—', "-"));

    private Folding() {}

    public static String fold(String text) {
        if (isPlain(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        // Twice: a replacement of one round may be decomposed in the next.
        String once = round(text);
        String twice = round(once);
        return twice.equals(once) ? once : round(twice);
    }

    /** The folded text, split at white space. */
    public static List<String> tokens(String text) {
        return Arrays.stream(fold(text).split(" ", -1))
                .filter(token -> !token.isEmpty())
                .toList();
    }

    /**
     * Whether a word begins here in a folded text: at a letter or digit that follows none, and at each character of a
     * script that is written without blanks.
     */
    public static boolean startsWord(String folded, int index) {
        int here = folded.codePointAt(index);
        if (!Character.isLetterOrDigit(here)) {
            return false;
        }
        return index == 0 || standsAlone(here) || !Character.isLetterOrDigit(folded.codePointBefore(index));
    }

    private static boolean standsAlone(int character) {
        if (character < 0x0E00) {
            return false;
        }
        Character.UnicodeScript script = Character.UnicodeScript.of(character);
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA
                || script == Character.UnicodeScript.THAI
                || script == Character.UnicodeScript.LAO
                || script == Character.UnicodeScript.KHMER
                || script == Character.UnicodeScript.MYANMAR;
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 0x7F && c != '`');
    }

    private static String round(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(character -> append(folded, character));
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    private static void append(StringBuilder folded, int character) {
        switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> {
                // People do not type marks and invisible characters.
            }
            case Character.CONTROL,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> folded.append(' ');
            default -> {
                String spelled = SPELLED.get(character);
                if (spelled == null) {
                    folded.appendCodePoint(character);
                } else {
                    folded.append(spelled);
                }
            }
        }
    }
}
