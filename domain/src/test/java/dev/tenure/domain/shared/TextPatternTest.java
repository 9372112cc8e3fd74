package dev.tenure.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextPatternTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            PO-\\d{4}-\\d{6}    ; PO-2025-001234 ; true
            PO-\\d{4}-\\d{6}    ; PO-2025-1      ; false
            PO-\\d{4}           ; XPO-2025       ; false
            ^[A-Z]{2,3}$        ; ABC            ; true
            ^[A-Z]{2,3}$        ; ABCD           ; false
            (?:a|bc)+d?         ; abcad          ; true
            (?:a|bc)+d?         ; d              ; false
            [^0-9_]*            ; ab-ü           ; true
            [^0-9_]*            ; ab1            ; false
            a{2,}               ; a              ; false
            a{2,}               ; aaaaa          ; true
            [\\w.-]+            ; a.b-c_ü9       ; true
            a\\.b               ; axb            ; false
            .                   ; 😀             ; true
            """)
    void the_whole_text_matches_or_not(String pattern, String text, boolean matches) {
        assertThat(TextPattern.of(pattern).matches(text)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "(",
                ")",
                "a)",
                "[",
                "[]",
                "[z-a]",
                "*a",
                "a**",
                "a+?",
                "a{2",
                "a{3,2}",
                "a{1001}",
                "\\",
                "(?=a)",
                "\\1",
                "\\b",
                "a^b",
                "((a{100}){100})",
                "((((){1000}){1000}){1000}){1000}"
            })
    void what_is_no_pattern_or_too_large_is_refused(String pattern) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> TextPattern.of(pattern))
                .satisfies(refused -> assertThat(refused.details()).containsEntry("field", "pattern"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+b", "(a|a)*b", "(a*)*b", "(a?){100}a{100}", "((a*)*)*b"})
    void no_pattern_takes_long(String pattern) {
        TextPattern read = TextPattern.of(pattern);

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThat(read.matches("a".repeat(5000)))
                .isFalse());
    }

    @Test
    void it_agrees_with_the_usual_notation() {
        Random random = new Random(11);
        for (int i = 0; i < 3000; i++) {
            String pattern = aPattern(random, 3);
            String text = random.ints(random.nextInt(7), 'a', 'd')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();

            assertThat(TextPattern.of(pattern).matches(text))
                    .as("%s on %s", pattern, text)
                    .isEqualTo(Pattern.matches(pattern, text));
        }
    }

    private static String aPattern(Random random, int depth) {
        if (depth == 0) {
            return List.of("a", "b", "c", ".", "[ab]", "[^a]").get(random.nextInt(6));
        }
        String part = aPattern(random, depth - 1);
        return switch (random.nextInt(6)) {
            case 0 -> part + aPattern(random, depth - 1);
            case 1 -> "(" + part + "|" + aPattern(random, depth - 1) + ")";
            case 2 -> "(" + part + ")*";
            case 3 -> "(" + part + ")?";
            case 4 -> "(" + part + "){1,2}";
            default -> "(" + part + ")+";
        };
    }
}
