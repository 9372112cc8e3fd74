package dev.tenure.adapter.rest.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenure.adapter.rest.Api;
import dev.tenure.adapter.rest.Api.Reply;
import dev.tenure.adapter.rest.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrderListTest {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    private final Api api = Api.running();

    @BeforeAll
    void seven_orders_of_which_two_are_confirmed() {
        for (int i = 1; i <= 7; i++) {
            String body = Api.MINIMAL_ORDER
                    .replace("\"quantity\": 1", "\"quantity\": " + i)
                    .replace("john@", (i % 2 == 0 ? "ann" : "john") + "@");
            String id = api.placedOrder(body);
            api.tenure().clock().advance(Duration.ofSeconds(1));
            if (i <= 2) {
                api.post("/v1/orders/" + id + "/confirm", "");
            }
        }
    }

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void the_newest_come_first_and_fifty_at_a_time() {
        Reply reply = api.get("/v1/orders");

        assertThat(ids(reply)).first().isEqualTo("ord_000007");
        assertThat(reply.json().path("limit").asInt()).isEqualTo(50);
        assertThat(reply.json().path("count").asInt()).isEqualTo(7);
        assertThat(reply.json().path("hasMore").asBoolean()).isFalse();
        assertThat(reply.json().path("nextCursor").isNull()).isTrue();
        assertThat(reply.header("Link")).isEmpty();
    }

    @Test
    void following_next_cursors_visits_every_order_once() {
        List<String> visited = new ArrayList<>();
        String cursor = "";
        do {
            Reply page = api.get("/v1/orders?limit=3" + (cursor.isEmpty() ? "" : "&startAfter=" + cursor));
            visited.addAll(ids(page));
            cursor = page.json().path("nextCursor").asText("");
        } while (!cursor.isEmpty() && !cursor.equals("null"));

        assertThat(visited).hasSize(7).doesNotHaveDuplicates().first().isEqualTo("ord_000007");
    }

    @Test
    void following_links_visits_every_order_of_the_query_once() {
        List<String> visited = new ArrayList<>();
        String path = "/v1/orders?limit=2&status=pending&sortBy=totals.total&sortDir=asc";
        while (path != null) {
            Reply page = api.get(path);
            visited.addAll(ids(page));
            Matcher next = NEXT.matcher(page.header("Link"));
            path = next.matches() ? next.group(1) : null;
        }

        assertThat(visited).containsExactly("ord_000003", "ord_000004", "ord_000005", "ord_000006", "ord_000007");
    }

    @Test
    void a_status_may_be_repeated() {
        assertThat(ids(api.get("/v1/orders?status=confirmed"))).hasSize(2);
        assertThat(ids(api.get("/v1/orders?status=confirmed&status=pending"))).hasSize(7);
    }

    @Test
    void a_customer_has_his_own_orders() {
        String ann = api.get("/v1/orders/ord_000002")
                .json()
                .at("/customer/customerId")
                .asText();

        assertThat(ids(api.get("/v1/orders?customerId=" + ann)))
                .containsExactly("ord_000006", "ord_000004", "ord_000002");
        assertThat(ids(api.get("/v1/orders?customerId=cust_unknown"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "createdAt,asc,ord_000001",
        "createdAt,desc,ord_000007",
        "updatedAt,asc,ord_000001",
        "orderId,desc,ord_000007",
        "status,asc,ord_000001",
        "totals.total,asc,ord_000001",
        "totals.total,desc,ord_000007"
    })
    void a_list_is_sorted_by(String field, String direction, String first) {
        assertThat(ids(api.get("/v1/orders?sortBy=%s&sortDir=%s".formatted(field, direction))))
                .hasSize(7)
                .first()
                .isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0,limit: too_small",
        "limit=-1,limit: too_small",
        "limit=101,limit: too_big",
        "limit=ten,limit: invalid_type",
        "limit=1.5,limit: invalid_type",
        "limit=99999999999,limit: invalid_type",
        "limit=,limit: too_small",
        "limit=1&limit=2,limit: invalid_type",
        "status=open,status: invalid_enum_value",
        "status=PENDING,status: invalid_enum_value",
        "status=,status: invalid_enum_value",
        "status=pending&status=open,status: invalid_enum_value",
        "customerId=,customerId: too_small",
        "customerId=%00,customerId: invalid_string",
        "sortBy=name,sortBy: invalid_enum_value",
        "sortDir=up,sortDir: invalid_enum_value",
        "startAfter=x,startAfter: invalid_string",
        "startAfter=,startAfter: too_small",
        "customerType=firm,customerType: invalid_enum_value",
        "orderType=rental,orderType: invalid_enum_value",
        "createdFrom=yesterday,createdFrom: invalid_string",
        "createdFrom=2025-02-30,createdFrom: invalid_string",
        "createdFrom=2025-01-01T00:00:00+01:00,createdFrom: invalid_string",
        "createdTo=2025-01-01T00:00:00,createdTo: invalid_string",
        "createdFrom=2025-01-02&createdTo=2025-01-02,createdTo: too_small",
        "sku=,sku: too_small",
        "sku=A&sku=B,sku: invalid_type",
        "serialNumber=%20,serialNumber: too_small",
        "search=,search: too_small",
        "search=%26%20-,search: too_small",
        "search=a%20b%20c%20d%20e%20f%20g%20h%20i,search: too_big",
        "customField_=x,customField_: unrecognized_keys",
        "customField_colour=red,customField_colour: unrecognized_keys",
        "page=2,page: unrecognized_keys",
        "Limit=2,Limit: unrecognized_keys"
    })
    void an_unusable_parameter_is_refused(String query, String broken) {
        Reply reply = api.get("/v1/orders?" + query);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("VALIDATION_ERROR");
        assertThat(reply.broken()).containsExactly(broken);
    }

    @Test
    void orders_are_found_by_the_time_they_were_placed_whether_it_is_given_as_a_time_or_a_day() {
        assertThat(ids(api.get("/v1/orders?createdFrom=2025-01-15T10:30:02Z&createdTo=2025-01-15T10:30:04Z")))
                .containsExactly("ord_000004", "ord_000003");
        assertThat(ids(api.get("/v1/orders?createdFrom=2025-01-15T11:30:05%2B01:00")))
                .containsExactly("ord_000007", "ord_000006");
        assertThat(ids(api.get("/v1/orders?createdFrom=2025-01-15&createdTo=2025-01-16")))
                .hasSize(7);
        assertThat(ids(api.get("/v1/orders?createdFrom=2025-01-16"))).isEmpty();
        assertThat(ids(api.get("/v1/orders?createdTo=2025-01-15"))).isEmpty();
    }

    @Test
    void orders_are_found_by_their_items_their_type_and_what_people_remember_of_them() {
        assertThat(ids(api.get("/v1/orders?sku=MACBOOK-PRO-16-M3"))).hasSize(7);
        assertThat(ids(api.get("/v1/orders?sku=IPAD-PRO-12-M2"))).isEmpty();
        assertThat(ids(api.get("/v1/orders?orderType=standard&customerType=individual")))
                .hasSize(7);
        assertThat(ids(api.get("/v1/orders?customerType=business"))).isEmpty();
        assertThat(ids(api.get("/v1/orders?serialNumber=SN-1"))).isEmpty();
        assertThat(ids(api.get("/v1/orders?search=ANN%40"))).containsExactly("ord_000006", "ord_000004", "ord_000002");
        assertThat(ids(api.get("/v1/orders?search=macb+smith&status=confirmed")))
                .hasSize(2);
        assertThat(ids(api.get("/v1/orders?search=ord_000005"))).containsExactly("ord_000005");
    }

    @Test
    void all_unusable_parameters_are_named_at_once() {
        Reply reply = api.get("/v1/orders?limit=500&status=open&sortBy=x&foo=1");

        assertThat(reply.broken())
                .containsExactlyInAnyOrder(
                        "limit: too_big",
                        "status: invalid_enum_value",
                        "sortBy: invalid_enum_value",
                        "foo: unrecognized_keys");
    }

    @Test
    void a_cursor_of_another_query_or_one_that_was_changed_is_refused() {
        String cursor = api.get("/v1/orders?limit=2").json().path("nextCursor").asText();

        assertThat(api.get("/v1/orders?limit=2&status=pending&startAfter=" + cursor)
                        .status())
                .isEqualTo(400);
        assertThat(api.get("/v1/orders?limit=2&startAfter=A" + cursor.substring(1) + "A")
                        .status())
                .isEqualTo(400);
        assertThat(api.get("/v1/orders?limit=3&startAfter=" + cursor).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=%zz", "status=%", "status=%ff", "%c3%28=1", "a=%ed%a0%80"})
    void a_query_that_is_not_percent_encoded_utf_8_is_refused(String query) throws Exception {
        String answer = Wire.get(api, "/v1/orders?" + query);

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"BAD_REQUEST\"");
    }

    private static List<String> ids(Reply reply) {
        List<String> ids = new ArrayList<>();
        reply.json()
                .path("orders")
                .forEach(order -> ids.add(order.path("orderId").asText()));
        return ids;
    }
}
