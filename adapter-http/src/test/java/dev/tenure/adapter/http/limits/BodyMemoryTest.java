package dev.tenure.adapter.http.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.adapter.http.error.RequestRefused;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BodyMemoryTest {

    private static final int LARGE = 100_000;

    private final BodyMemory memory = new BodyMemory(250_000, Duration.ZERO);

    @Test
    void large_bodies_are_worked_on_as_long_as_there_is_room_for_them_and_small_ones_always() {
        String done = memory.within(
                LARGE,
                () -> memory.within(LARGE, () -> {
                    assertThatThrownBy(() -> memory.within(LARGE, () -> "too many"))
                            .isInstanceOf(RequestRefused.class);
                    return memory.within(1_000, () -> "small");
                }));

        assertThat(done).isEqualTo("small");
        assertThat(memory.within(LARGE, () -> "room again")).isEqualTo("room again");
    }

    @Test
    void a_body_that_is_larger_than_all_the_room_is_worked_on_by_itself() {
        assertThat(memory.within(1_000_000, () -> "alone")).isEqualTo("alone");
        assertThatThrownBy(() -> memory.within(1_000_000, () -> memory.within(LARGE, () -> "beside")))
                .isInstanceOf(RequestRefused.class);
        assertThat(memory.within(LARGE, () -> "room again")).isEqualTo("room again");
    }
}
