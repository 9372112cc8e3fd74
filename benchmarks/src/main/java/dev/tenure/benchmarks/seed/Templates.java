package dev.tenure.benchmarks.seed;

import dev.tenure.application.shared.SearchText;
import dev.tenure.benchmarks.Api;
import dev.tenure.benchmarks.BenchmarkException;
import dev.tenure.benchmarks.server.Database;
import java.io.IOException;
import java.io.StringWriter;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Templates from the rows that the product wrote for the sample orders, so that seeded rows equal the product's. */
final class Templates {

    static final String CUSTOMER_COLUMNS = columns(
            "customer_id, version, email, email_key, first_name, last_name, company, phone, customer_type, last_billing_address,"
                    + " last_shipping_address, active, created_at, updated_at");
    static final String ORDER_COLUMNS = columns(
            "order_id, version, status, order_type, customer_id, customer_type, payment_terms, billing_group_id, currency, subtotal,"
                    + " tax_amount, total, contract_value, tax_mode, tax_rate_percent, total_devices, rented_devices, created_at,"
                    + " updated_at, created_by, extension_details, upgrade_details, customer, billing_address, shipping_address,"
                    + " items, remarks, payment, cancellation, closure");
    static final String EVENT_COLUMNS =
            columns("aggregate_type, aggregate_id, sequence, type, at, actor, request_id, payload, personal");
    static final String FACET_COLUMNS = columns("facet, term, created_at, order_id");
    static final String ASSET_COLUMNS = columns(
            "serial_number, version, sku, product_name, status, subscription_id, customer_id, created_at, updated_at");
    static final String SUBSCRIPTION_COLUMNS = columns(
            "subscription_id, version, order_id, item_number, customer_id, customer_email, customer_name, serial_number, product_id,"
                    + " variant_id, sku, product_name, image_url, currency, monthly_amount, start_date, contract_length, end_date,"
                    + " status, billing_group_id, list_price, list_price_source, acquisition_cost, acquisition_cost_source, notes,"
                    + " created_at, updated_at, created_by");

    private static final DateTimeFormatter IN_DATABASE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    static final DateTimeFormatter IN_JSON =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final SampleOrders samples;
    private final Database database;
    private final String tenant;

    Templates(Api api, Database database) {
        this.samples = new SampleOrders(api);
        this.database = database;
        this.tenant = api.tenant().id();
    }

    private static String columns(String others) {
        return "tenant_id, " + others;
    }

    /** The row of the customer of a template order. */
    RowTemplate customer(boolean business) {
        String email = SampleOrders.email(business);
        String where = "tenant_id = '%s' and email_key = '%s'".formatted(tenant, email);
        String id = database.value("select customer_id from customer where " + where);
        Map<String, Function<Clone, String>> slots = people(email, id);
        slots.putAll(
                times(List.of(database.value("select " + instant("created_at") + " from customer where " + where))));
        return RowTemplate.of(lines("customer", CUSTOMER_COLUMNS, where).get(0), slots);
    }

    /** A mix of usual orders, of a customer of this type. */
    List<OrderTemplate> mixed(boolean business) {
        return samples.mixed(business).stream().map(id -> read(id, business)).toList();
    }

    /** An order with the rare product. */
    OrderTemplate rare(boolean business) {
        return read(samples.rare(business), business);
    }

    /** An order with many open units. */
    OrderTemplate wide(boolean business) {
        return read(samples.wide(business), business);
    }

    private OrderTemplate read(String orderId, boolean business) {
        String where = "tenant_id = '%s' and order_id = '%s'".formatted(tenant, orderId);
        String ofEvents =
                "tenant_id = '%s' and aggregate_type = 'order' and aggregate_id = '%s'".formatted(tenant, orderId);
        String customer = database.value("select customer_id from orders where " + where);
        Map<String, Function<Clone, String>> slots = people(SampleOrders.email(business), customer);
        String body = orderId.substring("ord_".length());
        slots.put(orderId, Clone::orderId);
        slots.put(backwards(body), clone -> backwards(clone.orderId().substring("ord_".length())));
        slots.put(SampleOrders.COST_CENTER, Clone::costCenter);
        slots.put(SampleOrders.COST_CENTER.toLowerCase(java.util.Locale.ROOT), clone -> clone.costCenter()
                .toLowerCase(java.util.Locale.ROOT));
        List<String> subscriptions =
                database.values("select subscription_id from subscription where " + where + " order by created_at");
        for (int i = 0; i < subscriptions.size(); i++) {
            int unit = i + 1;
            slots.put(subscriptions.get(i), clone -> World.subscriptionId(clone.number(), unit));
            slots.put("Q%s-%d".formatted(body, unit), clone -> World.serialNumber(clone.number(), unit));
        }
        Set<String> instants = new LinkedHashSet<>(
                database.values("select %s from event where %s order by sequence".formatted(instant("at"), ofEvents)));
        instants.addAll(
                database.values("select %s from subscription where %s".formatted(instant("created_at"), where)));
        slots.putAll(times(List.copyOf(instants)));
        List<String> products = database.values(
                "select item ->> 'productName' from orders, jsonb_array_elements(items) as item where " + where);
        requireSameSearchText(orderId, business, products, where);
        String ofOrder = "tenant_id = '%s' and subscription_id in (select subscription_id from subscription where %s)"
                .formatted(tenant, where);
        return new OrderTemplate(
                rows("orders", ORDER_COLUMNS, where, slots).get(0),
                products,
                rows("event", EVENT_COLUMNS, ofEvents, slots),
                rows("order_facet", FACET_COLUMNS, where, slots),
                rows("asset", ASSET_COLUMNS, ofOrder, slots),
                rows("subscription", SUBSCRIPTION_COLUMNS, where, slots));
    }

    // The search text is computed and not copied, so it must equal the product's.
    private void requireSameSearchText(String orderId, boolean business, List<String> products, String where) {
        World.Person person = new World.Person(
                "",
                SampleOrders.email(business),
                SampleOrders.FIRST_NAME,
                SampleOrders.LAST_NAME,
                business ? SampleOrders.COMPANY : null);
        String computed = searchText(person, products, orderId);
        String stored = database.value("select search_text from orders where " + where);
        if (!computed.equals(stored)) {
            throw new BenchmarkException("the product finds orders by another text than the seeds have: %s, not %s"
                    .formatted(stored, computed));
        }
    }

    static String searchText(World.Person person, List<String> products, String orderId) {
        List<String> names = new ArrayList<>(person.names());
        names.addAll(products);
        return SearchText.of(names, "ord_", orderId).value();
    }

    private static String backwards(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    private static Map<String, Function<Clone, String>> people(String email, String customerId) {
        Map<String, Function<Clone, String>> slots = new LinkedHashMap<>();
        slots.put(email, clone -> clone.person().email());
        slots.put(SampleOrders.FIRST_NAME, clone -> clone.person().firstName());
        slots.put(SampleOrders.LAST_NAME, clone -> clone.person().lastName());
        slots.put(SampleOrders.COMPANY, clone -> orEmpty(clone.person().company()));
        slots.put(customerId, clone -> clone.person().id());
        return slots;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Replaces the first instant by the clone's, and shifts the others equally. */
    private static Map<String, Function<Clone, String>> times(List<String> epochMillis) {
        Map<String, Function<Clone, String>> slots = new LinkedHashMap<>();
        long first = Long.parseLong(epochMillis.get(0));
        for (String millis : epochMillis) {
            Instant at = Instant.ofEpochMilli(Long.parseLong(millis));
            long later = at.toEpochMilli() - first;
            Function<Clone, String> slot = clone -> IN_JSON.format(clone.at().plusMillis(later));
            slots.put(IN_JSON.format(at), slot);
            slots.put(inDatabase(at), slot);
        }
        return slots;
    }

    // PostgreSQL omits trailing zeros.
    private static String inDatabase(Instant at) {
        long millis = at.toEpochMilli() % 1000;
        String fraction = millis == 0 ? "" : ("." + "%03d".formatted(millis)).replaceFirst("0+$", "");
        return IN_DATABASE.format(at) + fraction + "+00";
    }

    private static String instant(String column) {
        return "(extract(epoch from %s) * 1000)::bigint".formatted(column);
    }

    private List<RowTemplate> rows(
            String table, String columns, String where, Map<String, Function<Clone, String>> slots) {
        return lines(table, columns, where).stream()
                .map(line -> RowTemplate.of(line, slots))
                .toList();
    }

    private List<String> lines(String table, String columns, String where) {
        try {
            StringWriter lines = new StringWriter();
            database.own()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (select %s from %s where %s) to stdout".formatted(columns, table, where), lines);
            return lines.toString().lines().toList();
        } catch (SQLException | IOException e) {
            throw new BenchmarkException("the rows of %s cannot be read: %s".formatted(table, e.getMessage()), e);
        }
    }
}
