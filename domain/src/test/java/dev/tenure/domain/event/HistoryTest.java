package dev.tenure.domain.event;

import static dev.tenure.domain.shared.SharedFixtures.stamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tenure.domain.shared.InvalidValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {

    @Test
    void a_history_is_folded_from_its_first_event_on() {
        var history = new History<>(List.of(counted(1, 5), counted(2, 7), counted(3, 1)));

        assertThat(history.<Integer>fold(
                        first -> first.fact().amount(),
                        (sum, event) -> sum + event.fact().amount()))
                .isEqualTo(13);
    }

    @Test
    void sequences_begin_at_1_and_have_no_gap() {
        assertThatIllegalArgumentException().isThrownBy(() -> new History<CountedUp>(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new History<>(List.of(counted(2, 5))))
                .withMessage("event 2 can't follow version 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new History<>(List.of(counted(1, 5), counted(3, 7))))
                .withMessage("event 3 can't follow version 1");
        assertThatIllegalArgumentException().isThrownBy(() -> counted(0, 1));
    }

    @Test
    void a_fact_is_called_by_the_words_of_its_class() {
        assertThat(new CountedUp(1).name()).isEqualTo("counted_up");
        assertThat(new CountedUp(1).reason()).isEmpty();
    }

    @Test
    void a_field_with_the_same_value_has_not_changed() {
        assertThat(FieldChange.list(FieldChange.of("a", 1, 2), FieldChange.of("b", 3, 3), FieldChange.of("c", null, 4)))
                .containsExactly(new FieldChange("a", 1, 2), new FieldChange("c", null, 4));
    }

    @Test
    void an_aggregate_is_named_by_its_type_and_its_id() {
        assertThat(new AggregateRef("order", "ord_1")).hasToString("AggregateRef[type=order, id=ord_1]");
        assertThatIllegalArgumentException().isThrownBy(() -> new AggregateRef("Order", "ord_1"));
        assertThatIllegalArgumentException().isThrownBy(() -> new AggregateRef("", "ord_1"));
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> new AggregateRef("order", "../x"));
    }

    private static Event<CountedUp> counted(long sequence, int amount) {
        return new Event<>(sequence, stamp(), new CountedUp(amount));
    }

    private record CountedUp(int amount) implements Fact {
        @Override
        public List<FieldChange> changes() {
            return List.of();
        }
    }
}
