package dev.tenure.adapter.http.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.adapter.http.body.MultipartForm.MalformedForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MultipartFormTest {

    private static final String FORM = """
            --cut\r
            Content-Disposition: form-data; name="note"\r
            \r
            hello\r
            --cut\r
            Content-Disposition: form-data; name="file"; filename="a.csv"\r
            Content-Type: text/csv\r
            \r
            a,b\r
            --cut--\r
            """;

    @Test
    void a_field_is_found_by_name_and_can_be_read_again() throws IOException {
        try (MultipartForm form = parse(FORM)) {
            MultipartForm.Field file = form.field("file").orElseThrow();

            assertThat(file.length()).isEqualTo(3);
            assertThat(file.content().readAllBytes()).asString().isEqualTo("a,b");
            assertThat(file.content().readAllBytes()).asString().isEqualTo("a,b");
            assertThat(form.field("other")).isEmpty();
        }
    }

    @Test
    void a_body_that_is_no_form_is_refused() {
        assertThatThrownBy(() -> parse("a,b")).isInstanceOf(MalformedForm.class).hasMessageContaining("malformed");
        assertThatThrownBy(() -> parse("--cut\r\nX: " + "x".repeat(9 * 1024) + "\r\n\r\n\r\n--cut--\r\n"))
                .isInstanceOf(MalformedForm.class);
        assertThatThrownBy(
                        () -> parse(FORM.replace("--cut--\r\n", "") + "--cut\r\n\r\n".repeat(10) + "\r\n--cut--\r\n"))
                .isInstanceOf(MalformedForm.class);
    }

    @Test
    void a_form_without_a_boundary_is_refused() {
        assertThatThrownBy(() -> MultipartForm.parse(new byte[0], null))
                .isInstanceOf(MalformedForm.class)
                .hasMessageContaining("boundary");
    }

    private static MultipartForm parse(String body) {
        return MultipartForm.parse(body.getBytes(StandardCharsets.UTF_8), "cut");
    }
}
