package dev.tenure.benchmarks;

import dev.tenure.benchmarks.Api.Tenant;
import dev.tenure.benchmarks.seed.Seeder;
import dev.tenure.benchmarks.seed.World;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The tenants with many orders. Later runs reuse them, from a data directory for this schema and these seeds. */
final class SeededTenants {

    private final Installation installation;
    private final Path file;
    private final Properties keys = new Properties();

    SeededTenants(Workplace place, Installation installation) {
        this.installation = installation;
        this.file = installation.launcher().data().resolve("benchmarks.properties");
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                keys.load(reader);
            } catch (IOException e) {
                throw new BenchmarkException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
            }
        }
    }

    static Path dataDirectory(Workplace place) {
        return place.data().resolve("growth-%s-%d".formatted(place.schema(), World.VERSION));
    }

    boolean has(long orders) {
        return keys.containsKey(Long.toString(orders));
    }

    /** The tenant with this number of orders, created if missing. */
    Tenant of(long orders) {
        String known = keys.getProperty(Long.toString(orders));
        if (known != null) {
            String[] parts = known.split(" ", 2);
            return new Tenant(parts[0], parts[1]);
        }
        long begin = System.nanoTime();
        // A unique name, so that the tenants of interrupted runs do not conflict.
        Tenant tenant =
                installation.tenant("orders-%d-%s".formatted(orders, Long.toString(System.currentTimeMillis(), 36)));
        Seeder seeder = new Seeder(installation.api(tenant), installation.database());
        seeder.createCatalog();
        seeder.seed(orders, 0);
        keys.setProperty(Long.toString(orders), tenant.id() + " " + tenant.key());
        try (Writer writer = Files.newBufferedWriter(file)) {
            keys.store(writer, "Tenants by the number of their orders");
        } catch (IOException e) {
            throw new BenchmarkException("%s cannot be written: %s".formatted(file, e.getMessage()), e);
        }
        Say.say(
                "seeded %,d orders in %d s; they are kept for later runs",
                orders, (System.nanoTime() - begin) / 1_000_000_000);
        return tenant;
    }
}
