package dev.tenure.adapter.http.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.adapter.http.error.RequestRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/csv",
                "Text/CSV; Charset=UTF-8",
                "text/csv ; charset = \"utf-8\"",
                "text/csv;",
                "text/csv; header=present; charset=utf8"
            })
    void case_blanks_quotes_and_other_parameters_make_no_difference(String header) {
        assertThatCode(() -> MediaType.of(header, null).require("text/csv")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "text/csvx",
                "text/csv, text/csv",
                "text/csv; charset=latin1",
                "text/csv; charset = latin1",
                "text/csv \"x",
                ";",
                "="
            })
    void what_is_another_type_or_charset_is_refused(String header) {
        assertThatThrownBy(() -> MediaType.of(header, null).require("text/csv")).isInstanceOf(RequestRefused.class);
    }

    @Test
    void a_semicolon_inside_quotes_belongs_to_its_value() {
        assertThat(MediaType.of("multipart/form-data; boundary=\"a;b\"", null).parameter("boundary"))
                .isEqualTo("a;b");
    }

    @Test
    void a_compressed_body_is_refused() {
        assertThatThrownBy(() -> MediaType.of("text/csv", "gzip").require("text/csv"))
                .isInstanceOf(RequestRefused.class);
        assertThatCode(() -> MediaType.of("text/csv", "Identity").require("text/csv"))
                .doesNotThrowAnyException();
    }
}
