package dev.tenure.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tenure.application.memory.InMemoryTenure;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeTest {

    private final CommandChecks checks = new CommandChecks(InMemoryTenure.validator());

    @Test
    void a_value_stays_goes_or_becomes_another() {
        assertThat(Change.<String>unchanged().after("before")).isEqualTo("before");
        assertThat(Change.<String>cleared().after("before")).isNull();
        assertThat(Change.to("after").after("before")).isEqualTo("after");
        assertThat(Change.to((String) null)).isEqualTo(Change.cleared());
    }

    @Test
    void another_spelling_changes_only_a_value() {
        assertThat(Change.to(" x ").map(String::strip)).isEqualTo(Change.to("x"));
        assertThat(Change.<String>cleared().map(String::strip)).isEqualTo(Change.cleared());
        assertThat(Change.<String>unchanged().map(String::strip)).isEqualTo(Change.unchanged());
    }

    @Test
    void what_does_not_change_has_no_value() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Change<>(false, "x"));
    }

    @Test
    void what_stays_is_not_checked_and_what_is_required_can_not_be_cleared() {
        assertThat(Refusals.brokenFields(() -> checks.check(new Some(
                        Change.cleared(),
                        Change.to("12345"),
                        Change.to(new Inner(Change.cleared())),
                        Change.cleared()))))
                .containsExactly("inner.name required", "name required", "optional too_big");
        checks.check(new Some(Change.unchanged(), Change.cleared(), Change.cleared(), Change.unchanged()));
    }

    @Test
    void the_elements_of_a_changed_list_are_checked_in_their_places() {
        List<Inner> inners = List.of(new Inner(Change.to("ok")), new Inner(Change.to(" ")));

        assertThat(Refusals.brokenFields(() -> checks.check(
                        new Some(Change.unchanged(), Change.unchanged(), Change.unchanged(), Change.to(inners)))))
                .containsExactly("inners[1].name too_small");
    }

    private record Some(
            Change<@NotBlank String> name,
            Change<@Size(max = 4) String> optional,
            Change<@Valid Inner> inner,
            Change<List<@NotNull @Valid Inner>> inners) {}

    private record Inner(Change<@NotBlank String> name) {}
}
