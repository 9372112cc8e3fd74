package dev.tenure.benchmarks.load;

import dev.tenure.benchmarks.seed.World;
import dev.tenure.benchmarks.server.Database;
import java.util.Map;

/**
 * The minimum that PostgreSQL must do for each operation on this schema, as one statement in one round trip: the
 * baseline for the operations of the product. The values are those of an order that the product placed, sent with each
 * statement as by a client; the indexes for searches and filters are not written.
 */
public final class Ceiling {

    private static final String ORDER_COLUMNS =
            "tenant_id, order_id, version, status, order_type, customer_id, customer_type, currency, subtotal, tax_amount, total,"
                    + " contract_value, tax_mode, tax_rate_percent, total_devices, rented_devices, created_at, updated_at, created_by,"
                    + " customer, billing_address, items, remarks, payment, search_text";

    private final String tenant;
    private final long known;
    private final Map<String, String> values;

    /** A script for pgbench, and its variables. */
    public record Script(String sql, Map<String, String> values) {}

    /**
     * @param order one that the product placed with an idempotency key
     * @param known the number of customers
     */
    public Ceiling(Database database, String tenant, String order, long known) {
        this.tenant = tenant;
        this.known = known;
        String where = "tenant_id = '%s' and order_id = '%s'".formatted(tenant, order);
        this.values = Map.of(
                "customer", ofOrder(database, where, "customer"),
                "address", ofOrder(database, where, "billing_address"),
                "items", ofOrder(database, where, "items"),
                "remarks", ofOrder(database, where, "remarks"),
                "payment", ofOrder(database, where, "payment"),
                "payload", ofEvent(database, tenant, order, "payload"),
                "personal", ofEvent(database, tenant, order, "personal"),
                "fingerprint", ofAnswer(database, tenant, "fingerprint"),
                "headers", ofAnswer(database, tenant, "headers"),
                "body", ofAnswer(database, tenant, "body"));
    }

    public Script create() {
        return script("""
                \\set turn random(1, 20)
                \\set buyer 10000000 + (case when :turn > 1 then random(1, %2$d) else random(10000000, 900000000) end)
                with made as materialized (
                    select 'ord_' || replace(uuidv7()::text, '-', '') as order_id, uuidv7()::text as name, now() as at),
                known as (
                    select customer_id from customer where tenant_id = '%1$s' and email_key = 'buyer' || :buyer || '@example.com'),
                new as (
                    insert into customer (tenant_id, customer_id, version, email, email_key, first_name, last_name, customer_type,
                        last_billing_address, last_shipping_address, active, created_at, updated_at, search_text)
                    select '%1$s', 'cust_' || replace(uuidv7()::text, '-', ''), 1, 'buyer' || :buyer || '@example.com',
                        'buyer' || :buyer || '@example.com', 'Noa', 'Neumann', 'individual', cast(:address as jsonb),
                        cast(:address as jsonb), true, at, at, ''
                    from made
                    where not exists (select from known)
                    on conflict do nothing
                    returning customer_id),
                buyer as (select customer_id from known union all select customer_id from new),
                placed as (
                    insert into orders (%3$s)
                    select '%1$s', order_id, 1, 'pending', 'standard', customer_id, 'individual', 'EUR', 237, 49.77, 286.77, 4980,
                        'exclusive', 21, 3, 0, at, at, 'apikey', cast(:customer as jsonb), cast(:address as jsonb),
                        cast(:items as jsonb), cast(:remarks as jsonb), cast(:payment as jsonb), ''
                    from made, buyer),
                happened as (
                    insert into event
                        (tenant_id, aggregate_type, aggregate_id, sequence, type, at, actor, request_id, payload, personal)
                    select '%1$s', 'order', order_id, 1, 'placed', at, 'apikey', name, cast(:payload as jsonb),
                        cast(:personal as jsonb)
                    from made)
                insert into kept_answer
                    (tenant_id, idempotency_key, fingerprint, status, content_type, headers, body, created_at, expires_at)
                select '%1$s', name, :fingerprint, 201, 'application/json', cast(:headers as jsonb), :body, at,
                    at + interval '1 day'
                from made;
                """.formatted(tenant, known, ORDER_COLUMNS));
    }

    /** @param orders the number of seeded orders */
    public Script get(long orders) {
        return script("""
                \\set n random(1, %d)
                select * from orders where tenant_id = '%s' and order_id = 'ord_' || %s;
                """.formatted(orders, tenant, World.bodyInSql(":n")));
    }

    public Script list() {
        return script("select * from orders where tenant_id = '%s' order by created_at desc, order_id desc limit 50;%n"
                .formatted(tenant));
    }

    /** Fulfils one unit of a seeded order with many open ones. */
    public Script fulfil(long firstOrder, long lastOrder) {
        return script("""
                \\set n random(%2$d, %3$d)
                with made as materialized (
                    select 'sub_' || replace(uuidv7()::text, '-', '') as subscription_id, 'P' || uuidv7() as serial_number,
                        uuidv7()::text as name, now() as at),
                handed as (
                    update orders
                    set version = version + 1, status = 'partial', rented_devices = rented_devices + 1, updated_at = at,
                        items = jsonb_set(items, '{0,subscriptions}', (items #> '{0,subscriptions}') || to_jsonb(subscription_id))
                    from made
                    where tenant_id = '%1$s' and order_id = 'ord_' || %4$s
                    returning order_id, version, customer_id),
                device as (
                    insert into asset
                        (tenant_id, serial_number, version, sku, product_name, status, subscription_id, customer_id, created_at, updated_at)
                    select '%1$s', serial_number, 1, 'MACBOOK-PRO-16-M3', 'MacBook Pro 16" M3', 'rented_out', subscription_id,
                        customer_id, at, at
                    from made, handed),
                rental as (
                    insert into subscription
                        (tenant_id, subscription_id, version, order_id, item_number, customer_id, customer_email, customer_name,
                        serial_number, product_id, variant_id, sku, product_name, currency, monthly_amount, start_date, contract_length,
                        end_date, status, list_price, list_price_source, acquisition_cost, acquisition_cost_source, created_at,
                        updated_at, created_by)
                    select '%1$s', subscription_id, 1, order_id, 1, customer_id, 'buyer10000042@example.com', 'Noa Neumann',
                        serial_number, 'prod_038ghcqvvgt2sa1torso0qnkrb', 'var_038ghcr002tdvaio9h1nro0jdl', 'MACBOOK-PRO-16-M3',
                        'MacBook Pro 16" M3', 'EUR', 89, current_date, 24, current_date + 730, 'active', 2499, 'variant', 1890,
                        'variant', at, at, 'apikey'
                    from made, handed),
                happened as (
                    insert into event (tenant_id, aggregate_type, aggregate_id, sequence, type, at, actor, request_id, payload)
                    select '%1$s', 'order', order_id, version, 'unit_fulfilled', at, 'apikey', name,
                        jsonb_build_object('startDate', current_date, 'itemNumber', 1, 'serialNumber', serial_number,
                            'subscriptionId', subscription_id)
                    from made, handed),
                answered as (
                    insert into kept_answer
                        (tenant_id, idempotency_key, fingerprint, status, content_type, headers, body, created_at, expires_at)
                    select '%1$s', name, :fingerprint, 201, 'application/json', cast(:headers as jsonb), left(:body, 900), at,
                        at + interval '1 day'
                    from made)
                update customer
                set version = customer.version + 1, devices_rented = devices_rented + 1, monthly_revenue = monthly_revenue + 89
                from handed
                where customer.tenant_id = '%1$s' and customer.customer_id = handed.customer_id;
                """.formatted(tenant, firstOrder, lastOrder, World.bodyInSql(":n")));
    }

    private Script script(String sql) {
        return new Script(sql, values);
    }

    private static String ofEvent(Database database, String tenant, String order, String column) {
        return database.value(
                "select %s from event where tenant_id = '%s' and aggregate_type = 'order' and aggregate_id = '%s' and sequence = 1"
                        .formatted(column, tenant, order));
    }

    private static String ofOrder(Database database, String where, String column) {
        return database.value("select %s from orders where %s".formatted(column, where));
    }

    private static String ofAnswer(Database database, String tenant, String column) {
        return database.value("select %s from kept_answer where tenant_id = '%s' limit 1".formatted(column, tenant));
    }
}
