package dev.tenure.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.domain.catalog.CatalogError;
import dev.tenure.domain.order.OrderError;
import dev.tenure.domain.subscription.SubscriptionError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ErrorCodesTest {

    private static final List<ErrorCode> ALL = Stream.<ErrorCode[]>of(
                    SharedError.values(), CatalogError.values(), OrderError.values(), SubscriptionError.values())
            .flatMap(Stream::of)
            .toList();

    @Test
    void every_code_is_a_word_of_its_own_and_says_what_it_means() {
        assertThat(ALL).extracting(ErrorCode::name).doesNotHaveDuplicates().allMatch(name -> name.matches("[A-Z_]+"));
        assertThat(ALL).allSatisfy(code -> assertThat(code.meaning()).endsWith("."));
    }

    @Test
    void a_refusal_keeps_its_code_and_details_to_itself() {
        var details = new HashMap<String, Object>(Map.of("given", 7));

        var refusal = new RuleViolated(OrderError.ITEM_LOCKED, "locked", details);
        details.clear();

        assertThat(refusal).hasMessage("locked");
        assertThat(refusal.code()).isEqualTo(OrderError.ITEM_LOCKED);
        assertThat(refusal.details()).isEqualTo(Map.of("given", 7));
        assertThatThrownBy(() -> refusal.details().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThat(new RuleViolated(OrderError.ITEM_LOCKED, "locked").details()).isEmpty();
    }
}
