package dev.tenure.adapter.http.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptTest {

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/problem+json",
                "text/html, Application/Problem+JSON",
                "application/json;q=0.5, application/problem+json",
                "application/json;q=0.5, application/problem+json;q=0.6",
                "application/json;q=0, */*",
                "application/*;q=0.2, application/problem+json;q=0.3",
                "application/problem+json; charset=utf-8"
            })
    void the_later_type_needs_to_be_liked_better(String header) {
        assertThat(best(header)).isEqualTo(PROBLEM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json, application/problem+json",
                "application/problem+json, application/json",
                "application/json;q=0.7, application/problem+json;q=0.7",
                "application/problem+json, application/json, */*",
                "*/*",
                "application/*",
                "application/problem+json, */*"
            })
    void the_first_type_wins_a_tie(String header) {
        assertThat(best(header)).isEqualTo(JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/problem+json;q=0", "application/problem+json;q=0.000, */*", "*/*;q=0"})
    void a_weight_of_zero_excludes(String header) {
        assertThat(best(header)).isEqualTo(JSON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nonsense", ";", ",,", "application/problem+json;q=abc", "q=1", "text/html", "a/b ; c = d"})
    void what_names_no_type_leaves_the_first(String header) {
        assertThat(best(header)).isEqualTo(JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/problem+json;q=1.5", "application/problem+json;q=1"})
    void no_weight_is_above_one(String header) {
        assertThat(Accept.of(List.of(header, JSON)).best(JSON, PROBLEM)).isEqualTo(JSON);
    }

    @Test
    void headers_add_up() {
        assertThat(Accept.of(List.of("application/json;q=0.1", PROBLEM)).best(JSON, PROBLEM))
                .isEqualTo(PROBLEM);
        assertThat(Accept.of(List.of()).best(JSON, PROBLEM)).isEqualTo(JSON);
    }

    private static String best(String header) {
        return Accept.of(List.of(header)).best(JSON, PROBLEM);
    }
}
