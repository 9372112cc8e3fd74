package dev.tenure.adapter.rest.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import dev.tenure.adapter.rest.Api;
import dev.tenure.adapter.rest.Api.Reply;
import dev.tenure.adapter.rest.Golden;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(PER_CLASS)
class CustomerRoutesTest {

    private final Api api = Api.running();

    @BeforeAll
    void three_customers_the_second_with_two_orders_and_a_unit() {
        String ann = Api.MINIMAL_ORDER
                .replace("john@example.com", "Ann@example.com")
                .replace(
                        "\"John\"",
                        "\"Änn\", \"phone\": \"+31 20 555-0199\", \"company\": \"TechCorp BV\","
                                + " \"customerType\": \"business\"")
                .replace("\"Smith\"", "\"Zimmer\"");
        api.placedOrder();
        api.tenure().clock().advance(Duration.ofSeconds(1));
        String order = api.placedOrder(ann);
        api.placedOrder(ann);
        api.tenure().clock().advance(Duration.ofSeconds(1));
        api.placedOrder(Api.MINIMAL_ORDER.replace("john@", "bob@").replace("\"John\"", "\"Bob\""));
        assertThat(api.post(
                                "/v1/subscriptions",
                                "{\"orderId\": \"%s\", \"assetSerialNumber\": \"SN-1\"}".formatted(order))
                        .status())
                .isEqualTo(201);
    }

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void a_customer_is_shown_with_what_they_have() {
        String id = ids(api.get("/v1/customers?search=ann")).get(0);

        Reply reply = api.get("/v1/customers/" + id);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("ETag")).isEqualTo("\"2\"");
        Golden.assertMatches("customer", reply);
        assertThat(api.get("/v1/customers/cust_none").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "'',Bob Änn John",
        "search=ANN,Änn",
        "search=555,Änn",
        "search=31205550199,Änn",
        "search=techc+zimm,Änn",
        "search=smi,Bob John",
        "search=b,Bob Änn",
        "search=nobody,''",
        "email=ann%40EXAMPLE.com,Änn",
        "customerType=business,Änn",
        "customerType=individual,Bob John",
        "status=active,Bob Änn John",
        "status=inactive,''",
        "sortBy=firstName&sortDir=asc,Bob John Änn",
        "sortBy=lastName&sortDir=desc&limit=1,Änn",
        "sortBy=email&sortDir=asc,Änn Bob John",
        "sortBy=totalMonthlyRevenue&limit=1,Änn",
        "sortBy=totalDevicesRented&limit=1,Änn",
        "sortBy=createdAt&sortDir=asc,John Änn Bob",
    })
    void customers_are_found_and_sorted(String query, String names) {
        List<String> found = new ArrayList<>();
        api.get("/v1/customers?" + query)
                .json()
                .path("customers")
                .forEach(customer -> found.add(customer.path("firstName").asText()));

        assertThat(String.join(" ", found)).isEqualTo(names);
    }

    @Test
    void following_next_cursors_visits_every_customer_once() {
        for (String sort : List.of("createdAt", "lastName", "totalDevicesRented", "totalMonthlyRevenue")) {
            List<String> visited = new ArrayList<>();
            String cursor = "";
            do {
                Reply page = api.get(
                        "/v1/customers?limit=1&sortBy=" + sort + (cursor.isEmpty() ? "" : "&startAfter=" + cursor));
                visited.addAll(ids(page));
                cursor = page.json().path("nextCursor").asText("");
            } while (!cursor.isEmpty() && !cursor.equals("null"));

            assertThat(visited).as(sort).hasSize(3).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "status=gone,status: invalid_enum_value",
        "customerType=firm,customerType: invalid_enum_value",
        "search=-,search: too_small",
        "sortBy=phone,sortBy: invalid_enum_value",
        "name=x,name: unrecognized_keys",
    })
    void an_unusable_parameter_is_refused(String query, String broken) {
        assertThat(api.get("/v1/customers?" + query).broken()).containsExactly(broken);
    }

    private static List<String> ids(Reply reply) {
        List<String> ids = new ArrayList<>();
        reply.json()
                .path("customers")
                .forEach(customer -> ids.add(customer.path("customerId").asText()));
        return ids;
    }
}
