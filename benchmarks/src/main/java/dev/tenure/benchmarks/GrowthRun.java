package dev.tenure.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.benchmarks.load.Sample;
import dev.tenure.benchmarks.load.Wrk;
import dev.tenure.benchmarks.server.Launcher;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How lists and searches fare as a tenant's orders become more: two clients at a time, so that nothing waits in a queue. */
final class GrowthRun {

    // Two, so that the pool and the plans are those of a server at work, and each still has a core.
    private static final int CONNECTIONS = 2;
    private static final int DEEP_PAGES = 50;

    private final Plan plan;
    private final Workplace place;
    private final SeededTenants tenants;
    private final ObjectNode results = Json.object();

    private GrowthRun(Plan plan, Workplace place, SeededTenants tenants) {
        this.plan = plan;
        this.place = place;
        this.tenants = tenants;
    }

    static ObjectNode measure(Plan plan, Workplace place, Launcher launcher) {
        try (Installation installation =
                Installation.start(launcher, place.work().resolve("server-growth.log"))) {
            return new GrowthRun(plan, place, new SeededTenants(place, installation)).measure(installation);
        }
    }

    /** Makes the tenants, so that later runs find them. */
    static void prepare(List<Long> sizes, Workplace place, Launcher launcher) {
        try (Installation installation =
                Installation.start(launcher, place.work().resolve("server-growth.log"))) {
            SeededTenants tenants = new SeededTenants(place, installation);
            sizes.forEach(tenants::of);
        }
    }

    private ObjectNode measure(Installation installation) {
        List<Size> sizes = sizes().stream()
                .map(orders -> Size.of(orders, installation.api(tenants.of(orders))))
                .toList();
        sizes.forEach(this::warmUp);
        // By turns, so that none profits from what the compiler learned from the others.
        for (ListOperation operation : operations()) {
            sizes.forEach(size -> measure(operation, size));
        }
        ObjectNode bySize = results.putObject("sizes");
        sizes.forEach(size -> bySize.set(Long.toString(size.orders()), size.result()));
        Size last = sizes.stream()
                .filter(size -> size.orders() >= plan.exported())
                .findFirst()
                .orElse(sizes.get(sizes.size() - 1));
        results.set(
                "export",
                new Export(installation.server(), last.api()).measure((double) plan.exported() / last.orders()));
        return results;
    }

    /** A tenant of so many orders, and what is seen in it. */
    private record Size(long orders, Api api, Map<String, String> values, ArrayNode operations) {

        static Size of(long orders, Api api) {
            return new Size(orders, api, GrowthRun.values(api), Json.array());
        }

        ObjectNode result() {
            ObjectNode result = Json.object().put("listP99Ms", worst(false)).put("searchP99Ms", worst(true));
            result.set("operations", operations);
            return result;
        }

        private double worst(boolean search) {
            double micros = 0;
            for (JsonNode operation : operations) {
                if (operation.path("search").asBoolean() == search) {
                    micros = Math.max(micros, operation.at("/first/p99Micros").asDouble());
                    micros = Math.max(micros, operation.at("/deep/p99Micros").asDouble());
                }
            }
            return micros / 1e3;
        }
    }

    private List<Long> sizes() {
        List<Long> sizes = new ArrayList<>(plan.growth());
        plan.onlyIfSeeded().stream().filter(tenants::has).forEach(sizes::add);
        long largest = sizes.get(sizes.size() - 1);
        if (largest < plan.largestSeeded()) {
            sizes.add(plan.largestSeeded());
        }
        return sizes;
    }

    private List<ListOperation> operations() {
        return ListOperation.ALL.stream()
                .filter(operation -> operation.quick() || !plan.quick())
                .toList();
    }

    private void warmUp(Size size) {
        List<String> paths = operations().stream()
                .map(operation -> path(operation, size.values()))
                .toList();
        wrk(size.api()).with("PATHS", paths).run("get", plan.listWarmUpSeconds());
    }

    private void measure(ListOperation operation, Size size) {
        String path = path(operation, size.values());
        Sample first = read(size.api(), path);
        ObjectNode one =
                size.operations().addObject().put("name", operation.name()).put("search", operation.search());
        one.set("first", first.json());
        Optional<Sample> deep = operation.search()
                ? Optional.empty()
                : cursor(size.api(), path).map(cursor -> read(size.api(), path + "&startAfter=" + cursor));
        deep.ifPresent(sample -> one.set("deep", sample.json()));
        Say.say(
                "%-22s of %,10d orders: p50 %6.2f ms, p99 %6.2f ms%s",
                operation.name(),
                size.orders(),
                first.p50Micros() / 1e3,
                first.p99Micros() / 1e3,
                deep.map(sample -> "; deep %6.2f and %6.2f ms"
                                .formatted(sample.p50Micros() / 1e3, sample.p99Micros() / 1e3))
                        .orElse(""));
    }

    private Sample read(Api api, String path) {
        Sample sample = wrk(api).with("PATHS", List.of(path)).run("get", plan.readSeconds());
        if (sample.failed() > 0) {
            Say.say("%s: errors %s", path, sample.errors());
        }
        return sample;
    }

    private Wrk wrk(Api api) {
        return Wrk.of(place.scripts(), place.work(), api, CONNECTIONS);
    }

    private static String path(ListOperation operation, Map<String, String> values) {
        String query = operation.query();
        for (Map.Entry<String, String> value : values.entrySet()) {
            query = query.replace("{" + value.getKey() + "}", value.getValue());
        }
        return "/v1/orders?limit=50" + (query.isEmpty() ? "" : "&" + query);
    }

    private static Map<String, String> values(Api api) {
        LocalDate month = LocalDate.now(ZoneOffset.UTC).minusMonths(18).withDayOfMonth(1);
        String serial = api.get("/v1/subscriptions?limit=1")
                .at("/rentals/0/assetSerialNumber")
                .asText();
        if (serial.isEmpty()) {
            throw new BenchmarkException(
                    "there is no subscription in the tenant " + api.tenant().id());
        }
        return Map.of(
                "month", month.toString(), "nextMonth", month.plusMonths(1).toString(), "serialNumber", serial);
    }

    /** Where a client is after so many pages, or half-way where the list is shorter; nothing where it is one page. */
    private static Optional<String> cursor(Api api, String path) {
        String walk = path.replace("limit=50", "limit=100");
        List<String> cursors = new ArrayList<>();
        JsonNode page = api.get(walk);
        while (page.path("hasMore").asBoolean() && cursors.size() < DEEP_PAGES) {
            cursors.add(URLEncoder.encode(page.path("nextCursor").asText(), StandardCharsets.UTF_8));
            page = api.get(walk + "&startAfter=" + cursors.get(cursors.size() - 1));
        }
        if (cursors.isEmpty()) {
            return Optional.empty();
        }
        boolean ended = cursors.size() < DEEP_PAGES;
        return Optional.of(cursors.get(ended ? cursors.size() / 2 : cursors.size() - 1));
    }
}
