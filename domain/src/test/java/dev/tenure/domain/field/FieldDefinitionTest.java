package dev.tenure.domain.field;

import static dev.tenure.domain.shared.SharedFixtures.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenure.domain.shared.InvalidValue;
import dev.tenure.domain.shared.TextPattern;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldDefinitionTest {

    @Test
    void a_required_field_is_there_and_not_blank() {
        FieldDefinition field = field(FieldType.TEXT, true, List.of(), null, null);

        assertThat(refusal(field, null)).contains("Label is required");
        assertThat(refusal(field, "  ")).contains("Label is required");
        assertThat(refusal(field, "x")).isEmpty();
        assertThat(refusal(field(FieldType.TEXT, false, List.of(), null, null), null))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT,abc,true", "TEXT,a,false", "TEXT,abcdef,false", "EMAIL,a@b.example,true", "EMAIL,a@b,false",
        "PHONE,+31 (20) 1-2,true", "PHONE,12,false", "PHONE,call me,false", "SELECT,one,true", "SELECT,ONE,false",
    })
    void text_is_held_to_its_type(FieldType type, String value, boolean fits) {
        FieldDefinition field = new FieldDefinition(
                "field",
                "Label",
                type,
                false,
                type == FieldType.SELECT ? List.of("one", "two") : List.of(),
                type == FieldType.TEXT ? 2 : null,
                type == FieldType.TEXT ? 5 : null,
                null,
                null,
                null,
                START,
                START);

        assertThat(refusal(field, value).isEmpty()).isEqualTo(fits);
        assertThat(refusal(field, BigDecimal.ONE)).contains("must be text");
    }

    @Test
    void a_number_is_held_to_its_range() {
        FieldDefinition field = field(FieldType.NUMBER, false, List.of(), new BigDecimal("1.50"), new BigDecimal("10"));

        assertThat(refusal(field, new BigDecimal("1.5"))).isEmpty();
        assertThat(refusal(field, new BigDecimal("10.00"))).isEmpty();
        assertThat(refusal(field, new BigDecimal("1.49"))).contains("at least 1.5");
        assertThat(refusal(field, new BigDecimal("1E+1").add(BigDecimal.ONE))).contains("at most 10");
        assertThat(refusal(field, "5")).contains("must be a number");
    }

    @Test
    void a_pattern_holds_the_whole_text() {
        FieldDefinition field = new FieldDefinition(
                "field",
                "Label",
                FieldType.TEXT,
                false,
                List.of(),
                null,
                null,
                TextPattern.of("[A-Z]+"),
                null,
                null,
                START,
                START);

        assertThat(refusal(field, " ABC ")).isEmpty();
        assertThat(refusal(field, "ABC1")).contains("[A-Z]+");
    }

    @Test
    void parts_that_do_not_go_together_are_refused() {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> field(FieldType.SELECT, false, List.of(), null, null));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> field(FieldType.SELECT, false, List.of("a", "a"), null, null));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> field(FieldType.TEXT, false, List.of("a"), null, null));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> field(FieldType.TEXT, false, List.of(), BigDecimal.ONE, null));
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> field(FieldType.NUMBER, false, List.of(), BigDecimal.TEN, BigDecimal.ONE));
    }

    private static FieldDefinition field(
            FieldType type,
            boolean required,
            List<String> options,
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal maximum) {
        return new FieldDefinition(
                "field", "Label", type, required, options, null, null, null, minimum, maximum, START, START);
    }

    private static String refusal(FieldDefinition field, @Nullable Object value) {
        try {
            field.check(value);
            return "";
        } catch (InvalidValue refused) {
            return String.valueOf(refused.getMessage());
        }
    }
}
