package dev.tenure.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.domain.shared.Identifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {

    private final TimeOrderedIds ids = new TimeOrderedIds();

    @Test
    void an_id_is_its_prefix_and_twenty_six_small_letters_and_digits() {
        String id = ids.next("ord");

        assertThat(id).matches("ord_[0-9a-v]{26}");
        assertThat(Identifier.isWellFormed(id)).isTrue();
    }

    @Test
    void ids_are_never_the_same_and_grow_as_text() {
        List<String> made = Stream.generate(() -> ids.next("ord")).limit(10_000).toList();

        assertThat(made).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void a_secret_has_two_hundred_random_bits() {
        List<String> secrets = Stream.generate(ids::secret).limit(1000).toList();

        assertThat(secrets).doesNotHaveDuplicates().allMatch(secret -> secret.matches("[0-9a-v]{40}"));
    }
}
