package dev.tenure.domain.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PropertyTest {

    private static final Gen<Long> NUMBERS = Gen.numbers(0, 1000);
    private static final Gen<List<Long>> LISTS = Gen.lists(NUMBERS, 20);

    @Test
    void what_holds_passes_for_every_value_tried() {
        var seen = new ArrayList<Long>();

        Property.forAll(NUMBERS, seen::add, 1, 200);

        assertThat(seen).hasSize(200).allMatch(number -> number >= 0 && number <= 1000);
    }

    @Test
    void a_failing_number_is_made_as_small_as_it_still_fails() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() ->
                        Property.forAll(NUMBERS, number -> assertThat(number).isLessThan(37), 1, 200))
                .withMessageStartingWith("fails for 37" + System.lineSeparator());
    }

    @Test
    void a_failing_list_loses_what_does_not_matter() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() ->
                        Property.forAll(LISTS, list -> assertThat(list).noneMatch(number -> number > 500), 1, 200))
                .withMessageStartingWith("fails for [501]" + System.lineSeparator());
    }

    @Test
    void the_seed_of_a_failure_begins_with_the_value_that_failed() {
        var failures = new ArrayList<Long>();
        Property.Law<Long> law = number -> {
            failures.add(number);
            assertThat(number).isLessThan(990);
        };
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Property.forAll(NUMBERS, law, 5, 10_000))
                .satisfies(failure -> {
                    var message = String.valueOf(failure.getMessage());
                    var first = message.replaceAll("(?s).*\\(first for (\\d+);.*", "$1");
                    var seed = message.replaceAll("(?s).*seed=(-?\\d+)\\).*", "$1");
                    failures.clear();

                    assertThatExceptionOfType(AssertionError.class)
                            .isThrownBy(() -> Property.forAll(NUMBERS, law, Long.parseLong(seed), 1));
                    assertThat(failures.get(0)).isEqualTo(Long.parseLong(first));
                });
    }

    @Test
    void a_bug_in_what_is_tested_is_a_failure_too() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Property.forAll(NUMBERS, number -> Math.floorDiv(1, number), 1, 200_000))
                .withMessageContaining("ArithmeticException")
                .withCauseInstanceOf(ArithmeticException.class);
    }
}
