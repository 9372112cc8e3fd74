package dev.tenure.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.benchmarks.seed.Catalog;
import dev.tenure.benchmarks.seed.World;
import dev.tenure.benchmarks.server.Cpu;
import dev.tenure.benchmarks.server.Server;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Imports a file of orders from another system in one request. */
final class Import {

    private final Workplace place;
    private final Server server;
    private final Api api;

    Import(Workplace place, Server server, Api api) {
        this.place = place;
        this.server = server;
        this.api = api;
    }

    ObjectNode measure(long orders) {
        try {
            Path file = Files.createTempFile(place.work(), "import", ".ndjson");
            write(file, orders);
            Cpu.forgetPeak(server.pid());
            long begin = System.nanoTime();
            HttpResponse<Stream<String>> response = api.exchange(
                    api.request("/v1/orders/import")
                            .header("Content-Type", "application/x-ndjson")
                            .POST(BodyPublishers.ofFile(file))
                            .build(),
                    HttpResponse.BodyHandlers.ofLines());
            String last = response.body().reduce("", (former, line) -> line);
            double seconds = (System.nanoTime() - begin) / 1e9;
            JsonNode summary = Json.read(last).path("summary");
            if (summary.path("imported").asLong() != orders) {
                throw new BenchmarkException("of %d orders not all were imported: %s".formatted(orders, last));
            }
            Say.say("imported %,d orders, %.0f a second", orders, orders / seconds);
            Files.delete(file);
            return Json.object()
                    .put("orders", orders)
                    .put("perSecond", orders / seconds)
                    .put("rssMb", Cpu.peakMegabytes(server.pid()));
        } catch (IOException e) {
            throw new BenchmarkException("%s cannot be written to: %s".formatted(place.work(), e.getMessage()), e);
        }
    }

    private static void write(Path file, long orders) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (long number = 1; number <= orders; number++) {
                World.Person person = World.person(number % (orders / 10) + 1);
                ObjectNode order = Json.object();
                order.put("orderId", "old-" + (10_000_000 + number)).put("status", "confirmed");
                order.put("createdAt", "2024-%02d-%02dT09:00:00Z".formatted(number % 12 + 1, number % 28 + 1));
                order.put("confirmedAt", "2024-%02d-%02dT10:00:00Z".formatted(number % 12 + 1, number % 28 + 1));
                ObjectNode customer = order.putObject("customer");
                customer.put("email", person.email())
                        .put("firstName", person.firstName())
                        .put("lastName", person.lastName())
                        .put("customerType", person.type());
                if (person.company() != null) {
                    customer.put("company", person.company());
                }
                order.putObject("billingAddress")
                        .put("contactName", "Finance")
                        .put("streetAddress", "456 Business Park")
                        .put("city", "Rotterdam")
                        .put("country", "Netherlands");
                int sku = (int) (number % Catalog.SKUS.size());
                order.putArray("items")
                        .add(item(Catalog.SKUS.get(sku), 2))
                        .add(item(Catalog.SKUS.get((sku + 1) % Catalog.SKUS.size()), 1));
                out.write(order.toString());
                out.newLine();
            }
        }
    }

    private static ObjectNode item(String sku, int quantity) {
        return Json.object()
                .put("sku", sku)
                .put("quantity", quantity)
                .put("contractLength", 24)
                .put("unitPrice", 55.5);
    }
}
