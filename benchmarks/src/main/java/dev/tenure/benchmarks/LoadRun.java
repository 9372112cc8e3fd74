package dev.tenure.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.benchmarks.load.Ceiling;
import dev.tenure.benchmarks.load.Pgbench;
import dev.tenure.benchmarks.load.Sample;
import dev.tenure.benchmarks.load.Wrk;
import dev.tenure.benchmarks.seed.Seeder;
import dev.tenure.benchmarks.seed.World;
import dev.tenure.benchmarks.server.Cpu;
import dev.tenure.benchmarks.server.Launcher;
import dev.tenure.benchmarks.server.Server;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/** All measurements under load, on a new database. */
final class LoadRun {

    private static final String TENANT = "bench";

    private final Plan plan;
    private final Workplace place;
    private final Installation installation;
    private final Api api;
    private final Wrk wrk;
    private final List<String> orders;
    private final List<String> wide;
    private final ObjectNode results = Json.object();

    private LoadRun(Plan plan, Workplace place, Installation installation) {
        this.plan = plan;
        this.place = place;
        this.installation = installation;
        this.api = installation.api(installation.tenant(TENANT));
        this.orders = ids(1, Plan.SEEDED);
        this.wide = ids(Plan.SEEDED + 1, Plan.SEEDED + Plan.WIDE);
        this.wrk = Wrk.of(place.scripts(), place.work(), api, Plan.CONNECTIONS)
                .with("CUSTOMERS", people())
                .with("ORDERS", wide)
                .with("PATHS", orders.stream().map(id -> "/v1/orders/" + id).toList());
    }

    static ObjectNode measure(Plan plan, Workplace place, Launcher launcher) {
        place.discard(launcher.data());
        Path log = place.work().resolve("server-load.log");
        try (Installation installation = Installation.start(launcher, log)) {
            return new LoadRun(plan, place, installation).measure();
        }
    }

    private ObjectNode measure() {
        installation.settings().forEach(results.putObject("database")::put);
        Seeder seeder = new Seeder(api, installation.database());
        seeder.createCatalog();
        seeder.seed(Plan.SEEDED, 2 * Plan.WIDE);
        Say.say("seeded %,d orders", Plan.SEEDED + 2 * Plan.WIDE);
        warmUp();
        results.set("pairs", pairs());
        others();
        results.put("rssMb", Cpu.peakMegabytes(installation.server().pid()));
        started();
        results.set("import", new Import(place, installation.server(), api).measure(plan.imported()));
        return results;
    }

    private static List<String> ids(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(World::orderId).toList();
    }

    private static List<String> people() {
        return LongStream.rangeClosed(1, Plan.SEEDED / 10)
                .mapToObj(number -> World.person(number).line())
                .toList();
    }

    // By count and not by time, because JIT compilation depends on the number of calls.
    private void warmUp() {
        warmUp(wrk, "create", Plan.WARM_UP_CREATES);
        warmUp(wrk, "get", Plan.WARM_UP_CREATES);
        warmUp(lists(), "get", Plan.WARM_UP_CREATES / 5);
        warmUp(wrk, "fulfil", Plan.WARM_UP_CREATES / 5);
        Say.say("warmed up, %,d orders were placed", Plan.WARM_UP_CREATES);
    }

    private static void warmUp(Wrk load, String script, long operations) {
        for (long done = 0; done < operations; ) {
            done += run(load, script, 2).operations();
        }
    }

    private Wrk lists() {
        return wrk.with("PATHS", List.of("/v1/orders?limit=50"));
    }

    private ObjectNode pairs() {
        String placed = place(2, 1);
        Ceiling ceiling = new Ceiling(installation.database(), TENANT, placed, Plan.SEEDED / 10);
        Pgbench pgbench = new Pgbench(place.work(), installation.database().libpqOf(TENANT), Plan.CONNECTIONS);
        Pairs pairs = new Pairs(installation.server().pid(), installation.database());
        ObjectNode all = Json.object();
        int seconds = plan.sampleSeconds();
        Ceiling.Script get = ceiling.get(Plan.SEEDED);
        all.set(
                "get",
                pairs.measure("get", plan.pairs(), () -> wrk.run("get", seconds), () -> pgbench.run(get, seconds)));
        Ceiling.Script list = ceiling.list();
        all.set(
                "list",
                pairs.measure(
                        "list", plan.pairs(), () -> lists().run("get", seconds), () -> pgbench.run(list, seconds)));
        Ceiling.Script create = ceiling.create();
        all.set(
                "create",
                pairs.measure(
                        "create", plan.pairs(), () -> wrk.run("create", seconds), () -> pgbench.run(create, seconds)));
        long first = Plan.SEEDED + Plan.WIDE + 1;
        Ceiling.Script fulfil = ceiling.fulfil(first, first + Plan.WIDE - 1);
        all.set(
                "fulfil",
                pairs.measure(
                        "fulfil", plan.pairs(), () -> wrk.run("fulfil", seconds), () -> pgbench.run(fulfil, seconds)));
        return all;
    }

    private void others() {
        ObjectNode others = results.putObject("others");
        int seconds = plan.sampleSeconds();
        List<String> pending = installation
                .database()
                .values(
                        "select order_id from orders where tenant_id = '%s' and status = 'pending' order by order_id desc limit 40000"
                                .formatted(TENANT));
        others.set("confirm", report("confirm", wrk.with("ORDERS", pending).run("confirm", seconds)));
        others.set("mixed", report("mixed", run(wrk, "mixed", seconds)));
        others.set("oneOrder", report("one order", run(wrk, "notes", seconds)));
        others.set("fiftyTenants", fiftyTenants(seconds));
        results.set("fulfil100", fulfilHundred());
    }

    /** In turn with one tenant, so that both run under the same conditions. */
    private ObjectNode fiftyTenants(int seconds) {
        Wrk fifty = wrk.with("TENANTS", new ManyTenants(installation.database(), api.tenant()).make(50));
        // A transaction of one command has statements that no connection has prepared yet.
        warmUp(fifty, "create", Plan.WARM_UP_CREATES / 5);
        List<Sample> samples = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < plan.pairs(); i++) {
            Sample sample = run(fifty, "create", seconds);
            samples.add(sample);
            ratios.add(sample.perSecond() / run(wrk, "create", seconds).perSecond());
        }
        Spread ratio = Spread.of(ratios);
        results.set("fiftyTenantsRatio", ratio.json());
        Say.say("50 tenants, to one: %.2f (%.2f to %.2f)", ratio.median(), ratio.min(), ratio.max());
        samples.sort(Comparator.comparing(Sample::perSecond));
        return report("50 tenants", samples.get(samples.size() / 2));
    }

    private static ObjectNode report(String name, Sample sample) {
        Say.say(
                "%-10s %6.0f/s, p50 %.1f ms, p99 %.1f ms, errors %s",
                name, sample.perSecond(), sample.p50Micros() / 1e3, sample.p99Micros() / 1e3, sample.errors());
        return sample.json();
    }

    private static Sample run(Wrk wrk, String script, int seconds) {
        Sample sample = wrk.run(script, seconds);
        if (sample.failed() > sample.operations() / 2) {
            throw new BenchmarkException("most of %s failed: %s".formatted(script, sample.errors()));
        }
        return sample;
    }

    private ObjectNode fulfilHundred() {
        List<Long> millis = new ArrayList<>();
        // The first ones warm up.
        for (int i = -10; i < 20; i++) {
            String order = place(60, 60);
            String units = LongStream.range(0, 100)
                    .mapToObj(unit -> "{\"itemIndex\":%d,\"assetSerialNumber\":\"H%s-%d\"}"
                            .formatted(unit / 50, order.substring(4), unit))
                    .collect(java.util.stream.Collectors.joining(","));
            long begin = System.nanoTime();
            api.post("/v1/orders/%s/fulfilments".formatted(order), "{\"units\":[%s]}".formatted(units));
            if (i >= 0) {
                millis.add((System.nanoTime() - begin) / 1_000_000);
            }
        }
        Spread spread = Spread.of(millis);
        Say.say("100 units in one call: %.0f ms (%.0f to %.0f)", spread.median(), spread.min(), spread.max());
        return spread.json();
    }

    private String place(int first, int second) {
        String name = java.util.UUID.randomUUID().toString();
        HttpResponse<String> response = api.exchange(
                api.request("/v1/orders")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", name)
                        .POST(BodyPublishers.ofString(body(first, second)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 201) {
            throw new BenchmarkException(
                    "an order was answered with %d: %s".formatted(response.statusCode(), response.body()));
        }
        return Json.read(response.body()).path("orderId").asText();
    }

    private static String body(int first, int second) {
        World.Person person = World.person(1);
        ObjectNode order = Json.object();
        order.putObject("customer")
                .put("email", person.email())
                .put("firstName", person.firstName())
                .put("lastName", person.lastName())
                .put("customerType", person.type());
        order.putObject("billingAddress")
                .put("contactName", "Finance")
                .put("streetAddress", "456 Business Park")
                .put("city", "Rotterdam")
                .put("postalCode", "3011 AA")
                .put("country", "Netherlands");
        order.putArray("items")
                .add(Json.object()
                        .put("sku", "MACBOOK-PRO-16-M3")
                        .put("quantity", first)
                        .put("contractLength", 24))
                .add(Json.object()
                        .put("sku", "IPAD-PRO-12-M2")
                        .put("quantity", second)
                        .put("contractLength", 12));
        order.putObject("customFields").put("costCenter", "CC-0042");
        return order.put("notes", "Ring twice").toString();
    }

    /** Runs beside the server, on its database. */
    private void started() {
        List<Long> serve = LongStream.range(0, plan.starts())
                .map(i -> {
                    try (Server second =
                            Server.start(installation.launcher(), place.work().resolve("server-second.log"))) {
                        return second.startupMillis();
                    }
                })
                .boxed()
                .toList();
        results.set("startupMs", Spread.of(serve).json());
        List<Long> cli = LongStream.range(0, plan.starts())
                .map(i -> {
                    long begin = System.nanoTime();
                    installation.launcher().run("order", "list", "--tenant", TENANT);
                    return (System.nanoTime() - begin) / 1_000_000;
                })
                .boxed()
                .toList();
        results.set("cliMs", Spread.of(cli).json());
        Say.say("serve is ready after %s ms, order list takes %s ms", serve, cli);
    }
}
