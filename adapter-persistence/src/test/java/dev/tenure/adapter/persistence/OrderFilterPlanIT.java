package dev.tenure.adapter.persistence;

import static dev.tenure.application.order.in.OrderFilters.filter;
import static dev.tenure.domain.order.OrderFixtures.anOrder;
import static dev.tenure.domain.order.OrderFixtures.individualBuyer;
import static dev.tenure.domain.shared.SharedFixtures.START;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenure.adapter.persistence.customer.JooqCustomerQueries;
import dev.tenure.adapter.persistence.order.JooqOrderQueries;
import dev.tenure.adapter.persistence.transaction.JooqTransactions;
import dev.tenure.application.contract.StoreWithCustomersContract;
import dev.tenure.application.customer.in.CustomerFilter;
import dev.tenure.application.customer.in.CustomerQuery;
import dev.tenure.application.order.in.OrderFilter;
import dev.tenure.application.order.in.OrderFilters;
import dev.tenure.application.order.in.OrderQuery;
import dev.tenure.application.order.in.OrderQuery.Sort;
import dev.tenure.application.shared.Slice.Position;
import dev.tenure.application.shared.SortDirection;
import dev.tenure.domain.customer.CustomerType;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderStatus;
import dev.tenure.domain.order.OrderType;
import dev.tenure.domain.shared.TenantId;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Among a hundred thousand orders each filter, with each sort, reads about what it shows, and never a whole table. */
@TestInstance(PER_CLASS)
class OrderFilterPlanIT extends JooqPorts implements StoreWithCustomersContract {

    private static final int ORDERS = 100_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Pages of 8 KiB that a page of the list may touch: what is rare is found at once, what is common is met often. */
    private static final long FEW = 2_500;

    private static final long SOME = 30_000;

    private final SentStatements statements = new SentStatements();
    private final Database database = Database.open(TestDatabase.server().settings(), List.of(statements));
    private final JooqTransactions watched = database.transactions();
    private final JooqOrderQueries queries = new JooqOrderQueries(watched);
    private final TenantId tenant = aTenantWithCustomers();
    private final TenantId other = aTenantWithCustomers();

    @BeforeAll
    void a_hundred_thousand_orders_and_another_tenant_with_as_many_customers() throws SQLException {
        fill(tenant, ORDERS);
        fill(other, ORDERS / 10);
        TestDatabase.server().administer("vacuum analyze orders, order_facet, search_suffix, customer, subscription");
    }

    private void fill(TenantId filled, int orders) throws SQLException {
        within(filled, () -> {
            for (OrderStatus status : OrderStatus.values()) {
                Order order = anOrder()
                        .of(filled)
                        .withId("template_" + status.name().toLowerCase(Locale.ROOT))
                        .by(individualBuyer())
                        .in(status);
                orders().insert(order);
            }
        });
        String t = "'" + filled.value() + "'";
        // Of 20,000 customers one in three is a Smith, one in ten a Mueller, and three are called Quentin.
        String first = "case when i in (7, 7007, 17007) then 'quentin' else 'first' || i % 997 end";
        String last = "case when i % 3 = 0 then 'smith' when i % 10 = 1 then 'mueller' else 'last' || i % 5003 end";
        TestDatabase.server()
                .administer(
                        """
                insert into customer (tenant_id, customer_id, version, email, email_key, first_name, last_name,
                    customer_type, last_billing_address, last_shipping_address, active, created_at, updated_at, search_text)
                select tenant_id, 'cust_' || i, 1, 'c' || i || '@mail.example', 'c' || i || '@mail.example', %2$s, %3$s,
                    case when i %% 500 = 0 then 'business' else 'individual' end,
                    last_billing_address, last_shipping_address, i %% 4000 <> 0, created_at + i * interval '1 minute',
                    created_at, %2$s || ' ' || %3$s || chr(1) || chr(1)
                from customer, generate_series(1, 20000) as i
                where tenant_id = %1$s and customer_id = 'cust_peter'""".formatted(t, first, last),
                        """
                insert into search_suffix (tenant_id, suffix, subject, subject_id)
                select distinct tenant_id, substr(word, n), 'customer', customer_id
                from customer
                cross join unnest(array[first_name, last_name]) as word
                cross join generate_series(1, length(word) - 2) as n
                where tenant_id = %1$s and customer_id not in ('cust_peter', 'cust_sarah')""".formatted(t),
                        """
                insert into search_suffix (tenant_id, suffix, subject, subject_id)
                select distinct %1$s, substr(word, n), 'sku', sku
                from (values ('macbook', 'SKU-COMMON'), ('hammock', 'SKU-RARE'), ('gadget', 'SKU-MIDDLE')) as p (word, sku)
                cross join generate_series(1, length(word) - 2) as n""".formatted(t),
                        """
                insert into orders (tenant_id, order_id, version, status, order_type, customer_id, customer_type, currency,
                    subtotal, tax_amount, total, contract_value, total_devices, rented_devices, tax_mode, tax_rate_percent,
                    created_at, updated_at, created_by, customer, billing_address, items, remarks, payment, cancellation,
                    closure, search_text, extension_details)
                select o.tenant_id, 'ord_' || lpad(to_hex(i), 8, '0') || md5(i::text), o.version, o.status,
                    case when i %% 1000 = 3 then 'extension' else 'standard' end, c.customer_id, c.customer_type, o.currency,
                    o.subtotal, o.tax_amount, o.total + i %% 7919, o.contract_value, o.total_devices, o.rented_devices,
                    o.tax_mode, o.tax_rate_percent, o.created_at + i * interval '1 minute',
                    o.updated_at + (i * 7919 %% 100003) * interval '1 minute', o.created_by, o.customer, o.billing_address,
                    o.items, o.remarks, o.payment, o.cancellation, o.closure,
                    c.first_name || ' ' || c.last_name
                        || case when i %% 5 < 2 then ' macbook' when i %% 100 = 2 then ' gadget'
                            when i %% 10000 = 3 then ' hammock' else '' end
                        || chr(1) || chr(2) || left(c.first_name, 2) || chr(2) || left(c.last_name, 2) || chr(1)
                        || chr(3) || lpad(to_hex(i), 8, '0') || md5(i::text) || chr(4),
                    case when i %% 1000 = 3 then jsonb_build_object('originalOrderId', 'ord_x', 'extensionMonths', 6,
                        'previousEndDate', '2025-01-31', 'newEndDate', '2025-07-31') end
                from generate_series(1, %2$d) as i
                join orders o on o.tenant_id = %1$s and o.order_id = 'template_' || case
                    when i %% 1000 = 0 then 'pending' when i %% 20 = 1 then 'confirmed' when i %% 20 = 2 then 'partial'
                    when i %% 20 = 3 then 'cancelled' else 'fulfilled' end
                join customer c on c.tenant_id = o.tenant_id
                    and c.customer_id = 'cust_' || case when i %% 10 = 0 then 1 else 1 + i * 31 %% 20000 end
                """.formatted(t, orders),
                        """
                insert into order_facet (tenant_id, facet, term, created_at, order_id)
                select tenant_id, facet, term, created_at, order_id
                from orders
                cross join lateral (select ('x' || substr(order_id, 5, 8))::bit(32)::int as i) as number
                cross join lateral (values
                    ('sku', case when i %% 5 < 2 then 'SKU-COMMON' when i %% 100 = 2 then 'SKU-MIDDLE'
                        when i %% 10000 = 3 then 'SKU-RARE' else 'SKU-' || i %% 200 end),
                    ('field:costCenter', 'it-' || i %% 2000),
                    ('field:region', 'r' || i %% 3),
                    ('id-end', reverse(substr(order_id, 5)))) as f (facet, term)
                where tenant_id = %1$s and order_id like 'ord\\_%%'""".formatted(t),
                        """
                insert into asset (tenant_id, serial_number, version, sku, product_name, status, created_at, updated_at)
                select tenant_id, 'SN-' || order_id, 1, 'SKU', 'Product', 'rented_out', created_at, updated_at
                from orders where tenant_id = %1$s and order_id like 'ord\\_0000%%'""".formatted(t),
                        """
                insert into subscription (tenant_id, subscription_id, version, order_id, item_number, customer_id,
                    customer_email, customer_name, serial_number, product_id, variant_id, sku, product_name, currency,
                    monthly_amount, start_date, contract_length, end_date, status, list_price_source,
                    acquisition_cost_source, created_at, updated_at, created_by)
                select tenant_id, 'sub_' || order_id, 1, order_id, 1, customer_id, 'e', 'n', 'SN-' || order_id, 'p', 'v',
                    'SKU', 'Product', currency, 1, '2025-01-01', 12, '2025-12-31', 'active', 'variant', 'variant', created_at,
                    updated_at, created_by
                from orders where tenant_id = %1$s and order_id like 'ord\\_0000%%'""".formatted(t));
    }

    @AfterAll
    void close() {
        database.close();
    }

    static Stream<Map.Entry<String, OrderFilter>> filters() {
        Map<String, OrderFilters> filters = new LinkedHashMap<>();
        filters.put("none", filter());
        filters.put("rare status", filter().of(OrderStatus.PENDING));
        filters.put("common status", filter().of(OrderStatus.FULFILLED));
        filters.put("statuses", filter().of(OrderStatus.PENDING, OrderStatus.CANCELLED));
        filters.put("customer", filter().by("cust_77"));
        filters.put("customer of a tenth", filter().by("cust_1"));
        filters.put("rare customer type", filter().of(CustomerType.BUSINESS));
        filters.put("common customer type", filter().of(CustomerType.INDIVIDUAL));
        filters.put("rare order type", filter().of(OrderType.EXTENSION));
        filters.put("no such order type", filter().of(OrderType.UPGRADE));
        filters.put("common order type", filter().of(OrderType.STANDARD));
        filters.put("a day", filter().from(START.plus(Duration.ofDays(30))).to(START.plus(Duration.ofDays(31))));
        filters.put("from", filter().from(START.plus(Duration.ofDays(10))));
        filters.put("rare sku", filter().with("SKU-RARE"));
        filters.put("middling sku", filter().with("SKU-MIDDLE"));
        filters.put("common sku", filter().with("SKU-COMMON"));
        filters.put("no such sku", filter().with("SKU-NONE"));
        filters.put("serial number", filter().handedOver("SN-ord_00000009" + "45c48cce2e2d7fbdea1afc51c7c6ad26"));
        filters.put("rare field", filter().where(Map.of("costCenter", "it-77")));
        filters.put("common field", filter().where(Map.of("region", "r1")));
        filters.put("rare word", filter().search("quentin"));
        filters.put("fragment of a rare word", filter().search("uenti"));
        filters.put("word of no one", filter().search("xylophone"));
        filters.put("middling word", filter().search("mueller"));
        filters.put("common word", filter().search("smith"));
        filters.put("fragment of a common word", filter().search("mit"));
        filters.put("two letters", filter().search("qu"));
        filters.put("common product", filter().search("macbook"));
        filters.put("middling product", filter().search("gadget"));
        filters.put("rare product", filter().search("ammoc"));
        filters.put("id", filter().search("ord_0000000945c48cce2e2d7fbdea1afc51c7c6ad26"));
        filters.put("beginning of an id", filter().search("0000000945c"));
        filters.put("beginning of all ids", filter().search("0000"));
        filters.put("end of an id", filter().search("c51c7c6ad26"));
        filters.put("common words", filter().search("smith macbook"));
        filters.put("common and rare word", filter().search("smith hammock"));
        filters.put(
                "common status and rare word",
                filter().of(OrderStatus.FULFILLED).search("quentin"));
        filters.put("common sku and common field", filter().with("SKU-COMMON").where(Map.of("region", "r2")));
        filters.put("common sku and rare field", filter().with("SKU-COMMON").where(Map.of("costCenter", "it-100")));
        filters.put("common sku and rare status", filter().with("SKU-COMMON").of(OrderStatus.PENDING));
        filters.put("customer of a tenth and common word", filter().by("cust_1").search("macbook"));
        filters.put(
                "a month, common statuses and common sku",
                filter().from(START.plus(Duration.ofDays(20)))
                        .to(START.plus(Duration.ofDays(50)))
                        .of(OrderStatus.FULFILLED, OrderStatus.CONFIRMED)
                        .with("SKU-COMMON"));
        return filters.entrySet().stream()
                .map(filter -> entry(filter.getKey(), filter.getValue().build()));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void no_table_is_read_as_a_whole(Map.Entry<String, OrderFilter> filter) {
        for (Sort sort : Sort.values()) {
            OrderQuery newest = new OrderQuery(filter.getValue(), sort, SortDirection.DESC);
            OrderQuery oldest = new OrderQuery(filter.getValue(), sort, SortDirection.ASC);

            check(filter.getKey(), newest, plansOf(newest, null));
            check(filter.getKey(), oldest, plansOf(oldest, null));
            Position deep = queries.list(tenant, newest, 500, null).next();
            if (deep != null) {
                check(filter.getKey() + ", deep", newest, plansOf(newest, deep));
            }
        }
    }

    @Test
    void what_is_rare_costs_little() {
        Map<String, OrderFilter> rare = new LinkedHashMap<>();
        filters()
                .filter(filter -> filter.getKey().contains("rare")
                        || filter.getKey().contains("no such")
                        || filter.getKey().contains(" id")
                        || List.of("none", "customer", "serial number", "word of no one", "id")
                                .contains(filter.getKey()))
                .filter(filter -> !filter.getKey().equals("beginning of all ids"))
                .forEach(filter -> rare.put(filter.getKey(), filter.getValue()));

        rare.forEach((name, filter) -> {
            for (Sort sort : Sort.values()) {
                List<Plan> plans = plansOf(new OrderQuery(filter, sort, SortDirection.DESC), null);

                assertThat(plans.stream().mapToLong(Plan::pages).sum())
                        .as("%s by %s%n%s", name, sort, plans)
                        .isLessThan(FEW);
            }
        });
    }

    @Test
    void customers_are_found_without_reading_their_table_as_a_whole() {
        List<CustomerFilter> filters = List.of(
                CustomerFilter.NONE,
                new CustomerFilter(true, null, null, null),
                new CustomerFilter(false, null, null, null),
                new CustomerFilter(null, CustomerType.BUSINESS, null, null),
                new CustomerFilter(null, null, "C77@mail.example", null),
                new CustomerFilter(null, null, null, "quentin"),
                new CustomerFilter(true, CustomerType.INDIVIDUAL, null, "smith fir"));

        for (CustomerFilter filter : filters) {
            for (CustomerQuery.Sort sort : CustomerQuery.Sort.values()) {
                CustomerQuery query = new CustomerQuery(filter, sort, true);
                List<Plan> plans = plans(() -> new JooqCustomerQueries(watched).list(tenant, query, 50, null));

                assertThat(plans).isNotEmpty().allSatisfy(plan -> {
                    assertThat(plan.tablesScanned()).as("%s%n%s", query, plan).isEmpty();
                    assertThat(plan.pages()).as("%s%n%s", query, plan).isLessThan(SOME);
                });
            }
        }
    }

    @Test
    void deep_in_a_list_with_bounds_of_time_a_page_begins_where_the_last_one_ended() {
        OrderFilter times = filter().from(START.plus(Duration.ofDays(1)))
                .to(START.plus(Duration.ofDays(68)))
                .build();

        for (SortDirection direction : SortDirection.values()) {
            Duration far = Duration.ofDays(direction == SortDirection.ASC ? 60 : 10);
            Position deep = new Position(List.of(START.plus(far).toString(), "ord_z"));
            List<Plan> plans = plansOf(new OrderQuery(times, Sort.CREATED_AT, direction), deep);

            assertThat(plans.stream().mapToLong(Plan::pages).sum())
                    .as("%s%n%s", direction, plans)
                    .isLessThan(200);
        }
    }

    private static void check(String name, OrderQuery query, List<Plan> plans) {
        assertThat(plans).isNotEmpty().allSatisfy(plan -> {
            assertThat(plan.tablesScanned())
                    .as("%s by %s %s%n%s", name, query.sort(), query.direction(), plan)
                    .isEmpty();
            assertThat(plan.pages())
                    .as("%s by %s %s%n%s", name, query.sort(), query.direction(), plan)
                    .isLessThan(SOME);
            assertThat(plan.statement()).doesNotContain("offset");
        });
    }

    private List<Plan> plansOf(OrderQuery query, @Nullable Position after) {
        return plans(() -> queries.list(tenant, query, 50, after));
    }

    private List<Plan> plans(Runnable list) {
        statements.forget();
        list.run();
        return statements.all().stream()
                .map(statement -> watched.forTenant(tenant, () -> explained(statement)))
                .toList();
    }

    private Plan explained(String statement) {
        watched.sql().execute("set local plan_cache_mode = force_custom_plan");
        String json = String.valueOf(watched.sql()
                .fetchOne("explain (analyze, buffers, format json) " + statement)
                .get(0, String.class));
        try {
            return new Plan(statement, JSON.readTree(json).get(0));
        } catch (JsonProcessingException noJson) {
            throw new AssertionError(noJson);
        }
    }

    private record Plan(String statement, JsonNode explained) {

        List<String> tablesScanned() {
            return explained.findParents("Node Type").stream()
                    .filter(node -> node.get("Node Type").asText().equals("Seq Scan"))
                    .map(node -> node.path("Relation Name").asText())
                    .filter(table -> !table.equals("tenant"))
                    .toList();
        }

        long pages() {
            JsonNode plan = explained.get("Plan");
            return plan.path("Shared Hit Blocks").asLong()
                    + plan.path("Shared Read Blocks").asLong();
        }

        double millis() {
            return explained.path("Execution Time").asDouble()
                    + explained.path("Planning Time").asDouble();
        }

        @Override
        public String toString() {
            List<String> nodes = explained.findParents("Node Type").stream()
                    .map(node -> "%s %s %s rows"
                            .formatted(
                                    node.get("Node Type").asText(),
                                    node.path("Index Name")
                                            .asText(node.path("Relation Name").asText()),
                                    node.path("Actual Rows").asText()))
                    .toList();
            return "%d pages, %.1f ms, %s: %s%n"
                    .formatted(pages(), millis(), nodes, statement.substring(0, Math.min(3000, statement.length())));
        }
    }
}
