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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Measures lists and searches for growing numbers of orders, with two clients, so that no request waits in a queue. */
final class GrowthRun {

    // Two clients use pool and plans as under load, and still have a core each.
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

    /** Creates the tenants for later runs. */
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
        List<Reading> readings = operations().stream()
                .flatMap(operation -> sizes.stream().map(size -> reading(operation, size)))
                .toList();
        // In turn, so that no list profits from the JIT compilation of others; in rounds, so that a stall of the server
        // affects one sample of a list.
        for (int round = 0; round < plan.readRounds(); round++) {
            readings.forEach(this::sample);
        }
        readings.forEach(GrowthRun::report);
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

    /** A tenant with this number of orders, and its measurements. */
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

    /** The pages of one list of one tenant. */
    private record Reading(ListOperation operation, Size size, List<Page> pages) {}

    /** A page and its samples. */
    private record Page(String name, String path, List<Sample> samples) {

        static Page of(String name, String path) {
            return new Page(name, path, new ArrayList<>());
        }

        /** The median sample by 99th percentile. */
        Sample median() {
            return samples.stream()
                    .sorted(Comparator.comparingLong(Sample::p99Micros))
                    .toList()
                    .get(samples.size() / 2);
        }

        ObjectNode json() {
            ObjectNode json = median().json();
            json.set(
                    "p99Samples",
                    samples.stream().map(Sample::p99Micros).collect(Json::array, ArrayNode::add, ArrayNode::addAll));
            return json;
        }

        String summary() {
            return "%s %.2f and %.2f ms".formatted(name, median().p50Micros() / 1e3, median().p99Micros() / 1e3);
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

    private static Reading reading(ListOperation operation, Size size) {
        String path = path(operation, size.values());
        List<Page> pages = new ArrayList<>(List.of(Page.of("first", path)));
        if (!operation.search()) {
            cursor(size.api(), path).ifPresent(cursor -> pages.add(Page.of("deep", path + "&startAfter=" + cursor)));
        }
        return new Reading(operation, size, pages);
    }

    private void sample(Reading reading) {
        reading.pages().forEach(page -> page.samples().add(read(reading.size().api(), page.path())));
    }

    private static void report(Reading reading) {
        ObjectNode one = reading.size()
                .operations()
                .addObject()
                .put("name", reading.operation().name())
                .put("search", reading.operation().search());
        reading.pages().forEach(page -> one.set(page.name(), page.json()));
        Say.say(
                "%-22s of %,10d orders: p50 and p99 of the %s",
                reading.operation().name(),
                reading.size().orders(),
                reading.pages().stream().map(Page::summary).collect(Collectors.joining(", ")));
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

    /** The cursor after {@code DEEP_PAGES} pages, or half-way if the list is shorter; empty if it has one page. */
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
