package dev.tenure.benchmarks.seed;

import dev.tenure.application.shared.SearchText;
import dev.tenure.benchmarks.Api;
import dev.tenure.benchmarks.BenchmarkException;
import dev.tenure.benchmarks.seed.World.Person;
import dev.tenure.benchmarks.server.Database;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Fills a tenant: places a few orders of each kind through the API, and copies their rows with other ids, names and
 * times by COPY. The orders are of three years, ten for each customer.
 */
public final class Seeder {

    /** The number of open units of a wide order. */
    public static final int UNITS = 60;

    private static final int BATCH = 1 << 16;
    /** From the first order to about now. */
    public static final Duration SPAN = Duration.ofDays(3 * 365);

    private final Api api;
    private final Database database;
    private final String tenant;

    private final List<List<OrderTemplate>> mixed = new ArrayList<>();
    private final List<OrderTemplate> rare = new ArrayList<>();
    private final List<OrderTemplate> wide = new ArrayList<>();
    private final List<RowTemplate> customers = new ArrayList<>();

    public Seeder(Api api, Database database) {
        this.api = api;
        this.database = database;
        this.tenant = api.tenant().id();
    }

    /** Creates the catalog and the custom field. */
    public void createCatalog() {
        api.send("POST", "/v1/products/csv", "text/csv", BodyPublishers.ofString(Catalog.CSV));
        new SampleOrders(api).defineCostCenter();
    }

    /**
     * Creates orders 1 to {@code orders} of all kinds, and after them {@code wideOrders} with {@link #UNITS} open
     * units; vacuums and analyzes, and reads some through the API as a check.
     */
    public void seed(long orders, long wideOrders) {
        readTemplates();
        long people = World.customers(orders);
        long last = orders + wideOrders;
        Instant end = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(1, ChronoUnit.HOURS);
        Times times = new Times(end.minus(SPAN), SPAN.toMillis() / last);
        inParallel(List.of(
                () -> copyCustomers(people, times),
                () -> copySuffixes(people),
                () -> copyOrders(orders, last, people, times),
                () -> copy("event", Templates.EVENT_COLUMNS, last, (number, rows) -> {
                    Clone clone = clone(number, people, times);
                    template(clone, orders).events().forEach(event -> rows.add(clone, event));
                }),
                () -> copy("order_facet", Templates.FACET_COLUMNS, last, (number, rows) -> {
                    Clone clone = clone(number, people, times);
                    template(clone, orders).facets().forEach(facet -> rows.add(clone, facet));
                }),
                () -> {
                    copy("asset", Templates.ASSET_COLUMNS, last, (number, rows) -> {
                        Clone clone = clone(number, people, times);
                        template(clone, orders).assets().forEach(asset -> rows.add(clone, asset));
                    });
                    copy("subscription", Templates.SUBSCRIPTION_COLUMNS, last, (number, rows) -> {
                        Clone clone = clone(number, people, times);
                        template(clone, orders).subscriptions().forEach(unit -> rows.add(clone, unit));
                    });
                }));
        count();
        database.execute(
                "vacuum (analyze) customer, orders, event, order_facet, search_suffix, asset, subscription, product, variant",
                "checkpoint");
        check(last);
    }

    private record Times(Instant first, long millisApart) {

        Instant of(long order) {
            return first.plusMillis(order * millisApart);
        }
    }

    private void readTemplates() {
        Templates templates = new Templates(api, database);
        for (boolean business : new boolean[] {false, true}) {
            mixed.add(templates.mixed(business));
            rare.add(templates.rare(business));
            wide.add(templates.wide(business));
            customers.add(templates.customer(business));
        }
        requireSameSuffixes();
    }

    // Compares with stored rows, because the product's own code is not accessible.
    private void requireSameSuffixes() {
        Set<String> stored = new TreeSet<>(database.values("""
                select suffix from search_suffix
                where tenant_id = '%1$s' and subject = 'customer' and subject_id = (
                    select customer_id from customer where tenant_id = '%1$s' and email_key = 'qbusinessq@example.com')""".formatted(tenant)));
        Set<String> computed = Suffixes.of(List.of("Qfirstq", "Qlastq", "Qcompanyq Holding", "qbusinessq@example.com"));
        if (!stored.equals(computed)) {
            throw new BenchmarkException("the product finds customers by other tails than the seeds have: %s, not %s"
                    .formatted(stored, computed));
        }
    }

    private static Clone clone(long number, long people, Times times) {
        return new Clone(
                number,
                World.person(World.customerOf(number, people)),
                World.orderId(number),
                World.costCenter(number),
                times.of(number));
    }

    private OrderTemplate template(Clone clone, long orders) {
        int type = clone.person().company() == null ? 0 : 1;
        if (clone.number() > orders) {
            return wide.get(type);
        }
        if (clone.number() % World.RARE_PRODUCT == 0) {
            return rare.get(type);
        }
        List<OrderTemplate> kinds = mixed.get(type);
        return kinds.get((int) Long.remainderUnsigned(World.mix(clone.number() + 2), kinds.size()));
    }

    private void copyOrders(long orders, long last, long people, Times times) {
        copy("orders", Templates.ORDER_COLUMNS + ", search_text", last, (number, rows) -> {
            Clone clone = clone(number, people, times);
            OrderTemplate template = template(clone, orders);
            rows.add(
                    clone,
                    template.order(),
                    Templates.searchText(clone.person(), template.productNames(), clone.orderId()));
        });
    }

    private void copyCustomers(long people, Times times) {
        copy("customer", Templates.CUSTOMER_COLUMNS + ", search_text", people, (number, rows) -> {
            Person person = World.person(number);
            Clone clone = new Clone(0, person, "", "", times.first().minusSeconds(people - number));
            rows.add(
                    clone,
                    customers.get(person.company() == null ? 0 : 1),
                    SearchText.of(person.names()).value());
        });
    }

    private void copySuffixes(long people) {
        copy("search_suffix", "tenant_id, suffix, subject, subject_id", people, (number, rows) -> {
            Person person = World.person(number);
            for (String suffix : Suffixes.of(person.names())) {
                rows.add(tenant + '\t' + suffix + "\tcustomer\t" + person.id());
            }
        });
    }

    /** Updates the counts that the product updates when it starts subscriptions. */
    private void count() {
        database.execute("""
                update customer
                set devices_rented = active.devices, monthly_revenue = active.revenue
                from (
                    select customer_id, count(*) as devices, sum(monthly_amount) as revenue
                    from subscription
                    where tenant_id = '%1$s' and status = 'active'
                    group by customer_id) as active
                where customer.tenant_id = '%1$s' and customer.customer_id = active.customer_id""".formatted(tenant));
    }

    private void check(long last) {
        for (long number : new long[] {1, World.RARE_PRODUCT, last / 2, last}) {
            String id = World.orderId(Math.min(Math.max(number, 1), last));
            if (!api.get("/v1/orders/" + id).path("orderId").asText().equals(id)) {
                throw new BenchmarkException("the product does not give the seeded order " + id);
            }
        }
        String customer = World.person(1).email();
        if (api.get("/v1/orders?limit=1&search=" + customer).path("orders").isEmpty()) {
            throw new BenchmarkException("the product does not find the seeded orders of " + customer);
        }
    }

    private void copy(String table, String columns, long last, BiConsumer<Long, Rows> of) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            // Skips the checks of foreign keys for each row, because the rows are consistent by construction.
            statement.execute("set session_replication_role = replica");
            statement.execute("set synchronous_commit = off");
            statement.execute("set timezone = 'UTC'");
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy %s (%s) from stdin".formatted(table, columns));
            Rows rows = new Rows(copy);
            for (long number = 1; number <= last; number++) {
                of.accept(number, rows);
                rows.flushAt(BATCH);
            }
            rows.flushAt(1);
            copy.endCopy();
        } catch (SQLException e) {
            throw new BenchmarkException("%s cannot be seeded: %s".formatted(table, e.getMessage()), e);
        }
    }

    private static void inParallel(List<Runnable> works) {
        List<CompletableFuture<Void>> running =
                works.stream().map(CompletableFuture::runAsync).toList();
        try {
            CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof BenchmarkException failed ? failed : e;
        }
    }

    /** Buffers lines for COPY. */
    private static final class Rows {

        private final CopyIn copy;
        private final StringBuilder lines = new StringBuilder();

        Rows(CopyIn copy) {
            this.copy = copy;
        }

        void add(Clone clone, RowTemplate row) {
            row.append(clone, lines);
            lines.append('\n');
        }

        void add(Clone clone, RowTemplate row, String lastColumn) {
            row.append(clone, lines);
            lines.append('\t').append(lastColumn).append('\n');
        }

        void add(String line) {
            lines.append(line).append('\n');
        }

        void flushAt(int length) throws SQLException {
            if (lines.length() >= length) {
                byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(bytes, 0, bytes.length);
                lines.setLength(0);
            }
        }
    }
}
