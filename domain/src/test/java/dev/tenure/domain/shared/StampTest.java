package dev.tenure.domain.shared;

import static dev.tenure.domain.shared.SharedFixtures.actor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class StampTest {

    @Test
    void the_instant_is_cut_to_milliseconds() {
        var stamp = new Stamp(Instant.parse("2025-03-04T10:15:30.123999Z"), actor(), "req-1");

        assertThat(stamp.at()).isEqualTo("2025-03-04T10:15:30.123Z");
    }

    @Test
    void the_request_id_may_be_missing_and_has_at_most_255_characters() {
        assertThat(new Stamp(Instant.EPOCH, actor(), " ").requestId()).isNull();
        assertThat(new Stamp(Instant.EPOCH, actor(), "x".repeat(255)).requestId())
                .hasSize(255);
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> new Stamp(Instant.EPOCH, actor(), "x".repeat(256)));
    }

    @Test
    void an_actor_and_a_serial_number_are_lines_of_text() {
        assertThat(Actor.apiKey("key_1")).hasToString("apikey:key_1");
        assertThat(new SerialNumber(" C02XYZ ")).hasToString("C02XYZ");
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new Actor(" "));
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new SerialNumber("x".repeat(256)));
    }
}
