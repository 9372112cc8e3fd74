package dev.tenure.adapter.json.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonObjectTest {

    @Test
    void an_object_that_is_written_already_goes_out_as_it_was() {
        JsonObject written = new JsonObject().text("name", "Zoë \"Z\"").written();

        assertThat(text(written)).isEqualTo("{\"name\":\"Zoë \\\"Z\\\"\"}");
        assertThat(text(new JsonObject()
                        .number("before", 1)
                        .object("one", written)
                        .objects("two", List.of(written, new JsonObject().number("n", 2), written))
                        .flag("after", true)))
                .isEqualTo("{\"before\":1,\"one\":%1$s,\"two\":[%1$s,{\"n\":2},%1$s],\"after\":true}"
                        .formatted(text(written)));
    }

    @Test
    void an_object_that_is_written_already_takes_no_more_fields() {
        JsonObject written = new JsonObject().written();

        assertThatThrownBy(() -> written.text("late", "field")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> written.textOrNull("late", null)).isInstanceOf(IllegalStateException.class);
    }

    private static String text(JsonObject object) {
        return new String(JsonWriter.bytes(object), StandardCharsets.UTF_8);
    }
}
