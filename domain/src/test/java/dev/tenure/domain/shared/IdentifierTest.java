package dev.tenure.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenure.domain.catalog.ProductId;
import dev.tenure.domain.catalog.VariantId;
import dev.tenure.domain.customer.CustomerId;
import dev.tenure.domain.order.OrderId;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {

    private static final List<Function<String, Object>> KINDS =
            List.of(TenantId::new, OrderId::new, CustomerId::new, ProductId::new, VariantId::new, SubscriptionId::new);

    @ParameterizedTest
    @ValueSource(strings = {"a", "7", "ord_01jd", "Acme.Corp-2_x"})
    void an_id_is_letters_digits_dots_dashes_and_underscores(String value) {
        assertThat(Identifier.isWellFormed(value)).isTrue();
        assertThat(KINDS).allSatisfy(kind -> assertThat(kind.apply(value)).hasToString(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "_a", "-a", ".a", "../a", "a/b", "a b", "a\n", "a\u0000", "é", "a;drop"})
    void anything_else_is_refused(String value) {
        assertThat(Identifier.isWellFormed(value)).isFalse();
        assertThat(KINDS).allSatisfy(kind -> assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> kind.apply(value))
                .extracting(InvalidValue::code)
                .isEqualTo(SharedError.VALIDATION_ERROR));
    }

    @Test
    void an_id_has_at_most_64_characters() {
        assertThat(Identifier.checked("id", "x".repeat(64))).hasSize(64);
        assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> Identifier.checked("id", "x".repeat(65)));
    }
}
