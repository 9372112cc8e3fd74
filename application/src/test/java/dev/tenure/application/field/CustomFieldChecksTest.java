package dev.tenure.application.field;

import static dev.tenure.domain.shared.SharedFixtures.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.application.shared.FieldError;
import dev.tenure.application.shared.FieldErrors;
import dev.tenure.application.shared.InvalidCommand;
import dev.tenure.application.shared.Versioned;
import dev.tenure.domain.field.FieldDefinition;
import dev.tenure.domain.field.FieldType;
import dev.tenure.domain.shared.CustomFields;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CustomFieldChecksTest {

    private final CustomFieldChecks checks =
            new CustomFieldChecks(List.of(field("seats", FieldType.NUMBER), field("team", FieldType.TEXT)));

    @Test
    void a_new_order_has_every_required_field_and_may_have_others() {
        assertThat(broken(errors -> checks.placed(null, errors)))
                .containsExactly("customFields.seats", "customFields.team");
        assertThat(broken(errors -> checks.placed(fields(Map.of("seats", "five", "team", "A", "free", 1)), errors)))
                .containsExactly("customFields.seats");
        assertThat(broken(errors -> checks.placed(fields(Map.of("seats", 5, "team", "A", "free", 1)), errors)))
                .isEmpty();
    }

    @Test
    void an_edit_is_held_to_what_it_changes_alone() {
        CustomFields before = fields(Map.of("seats", "of before the definition", "team", "A"));

        assertThat(broken(errors -> checks.edited(
                        before, fields(Map.of("seats", "of before the definition", "team", "B")), errors)))
                .isEmpty();
        assertThat(broken(errors -> checks.edited(before, fields(Map.of("team", "A")), errors)))
                .containsExactly("customFields.seats");
        assertThat(broken(errors -> checks.edited(before, fields(Map.of("seats", "six", "team", "A")), errors)))
                .containsExactly("customFields.seats");
        assertThat(broken(errors -> checks.edited(null, null, errors))).isEmpty();
    }

    private static List<String> broken(Consumer<FieldErrors> check) {
        FieldErrors errors = new FieldErrors();
        check.accept(errors);
        try {
            errors.throwIfAny();
            return List.of();
        } catch (InvalidCommand refused) {
            return refused.fields().stream().map(FieldError::path).toList();
        }
    }

    private static CustomFields fields(Map<String, Object> values) {
        return CustomFields.of(values);
    }

    private static Versioned<FieldDefinition> field(String id, FieldType type) {
        return new Versioned<>(
                new FieldDefinition(id, id, type, true, List.of(), null, null, null, null, null, START, START), 1);
    }
}
