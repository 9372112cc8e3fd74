package dev.tenure.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTest {

    @Test
    void the_limits_are_those_of_the_contract() {
        assertThat(Text.LINE).isEqualTo(255);
        assertThat(Text.REASON).isEqualTo(1000);
        assertThat(Text.NOTES).isEqualTo(5000);
    }

    @ParameterizedTest
    @ValueSource(ints = {Text.LINE, Text.REASON, Text.NOTES})
    void a_text_may_be_as_long_as_its_limit(int limit) {
        var text = "x".repeat(limit);

        assertThat(Text.required("text", text, limit)).isEqualTo(text);
        assertThat(Text.optional("text", text, limit)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a\0b", "a\ud83d"})
    void a_refusal_names_the_field_for_programs_too(String unusable) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> Text.required("city", unusable, Text.LINE))
                .satisfies(refusal -> assertThat(refusal.details()).isEqualTo(Map.of("field", "city")));
    }

    @ParameterizedTest
    @ValueSource(ints = {Text.LINE, Text.REASON, Text.NOTES})
    void a_text_one_longer_than_its_limit_is_refused(int limit) {
        var text = "x".repeat(limit + 1);

        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> Text.required("city", text, limit))
                .withMessage("city must have at most %d characters, not %d", limit, limit + 1)
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(SharedError.VALIDATION_ERROR);
                    assertThat(refusal.details()).isEqualTo(Map.of("field", "city", "max", limit, "length", limit + 1));
                });
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> Text.optional("city", text, limit));
    }

    @Test
    void surrounding_white_space_does_not_count() {
        var text = " \t\n" + "x".repeat(Text.LINE) + "  ";

        assertThat(Text.required("text", text, Text.LINE)).hasSize(Text.LINE);
        assertThat(Text.optional("text", text, Text.LINE)).hasSize(Text.LINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u2003"})
    void a_required_text_is_not_blank(String blank) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> Text.required("city", blank, Text.LINE))
                .withMessage("city must not be blank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n", "\u2003"})
    void a_blank_optional_text_is_none(String blank) {
        assertThat(Text.optional("city", blank, Text.LINE)).isNull();
        assertThat(Text.optional("city", null, Text.LINE)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\ud83d", "\ude00b", "\ude00\ud83d"})
    void a_text_that_no_store_gives_back_is_refused(String text) {
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> Text.required("city", text, Text.LINE));
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> Text.optional("city", text, Text.LINE));
    }

    @Test
    void a_text_may_be_in_any_script() {
        assertThat(Text.required("city", "København 東京 \ud83d\ude00", Text.LINE))
                .isEqualTo("København 東京 \ud83d\ude00");
    }
}
