package dev.tenure.benchmarks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.benchmarks.load.Sample;
import dev.tenure.benchmarks.server.Cpu;
import dev.tenure.benchmarks.server.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Measures one operation of the product and of PostgreSQL alone in turn, so that both run under the same conditions.
 */
final class Pairs {

    private final long server;
    private final Database database;

    /** @param server the process of the JVM */
    Pairs(long server, Database database) {
        this.server = server;
        this.database = database;
    }

    ObjectNode measure(String name, int pairs, Supplier<Sample> product, Supplier<Sample> ceiling) {
        List<Measured> ours = new ArrayList<>();
        List<Measured> theirs = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            Measured our = measured(product);
            Measured their = measured(ceiling);
            ours.add(our);
            theirs.add(their);
            ratios.add(our.sample().perSecond() / their.sample().perSecond());
        }
        Spread ratio = Spread.of(ratios);
        ObjectNode result = Json.object();
        result.put("ratio", ratio.median());
        ArrayNode each = result.putArray("ratios");
        ratios.forEach(each::add);
        result.set("tenure", summary(ours));
        result.set("postgresql", summary(theirs));
        Say.say(
                "%-8s %6.0f/s, PostgreSQL alone %6.0f/s, ratio %.2f (%.2f to %.2f), %d errors",
                name,
                result.at("/tenure/perSecond/median").asDouble(),
                result.at("/postgresql/perSecond/median").asDouble(),
                ratio.median(),
                ratio.min(),
                ratio.max(),
                ours.stream().mapToLong(one -> one.sample().failed()).sum());
        return result;
    }

    private record Measured(Sample sample, double jvmMicros, double postgresMicros, double clientMicros) {}

    private Measured measured(Supplier<Sample> run) {
        long jvm = Cpu.ofProcess(server);
        long postgres = database.cpuMicros();
        long client = Cpu.ofEndedChildren();
        Sample sample = run.get();
        double operations = Math.max(1, sample.operations());
        return new Measured(
                sample,
                (Cpu.ofProcess(server) - jvm) / operations,
                (database.cpuMicros() - postgres) / operations,
                (Cpu.ofEndedChildren() - client) / operations);
    }

    private static ObjectNode summary(List<Measured> all) {
        ObjectNode json = Json.object();
        json.set("perSecond", spread(all, one -> one.sample().perSecond()));
        json.set("p50Micros", spread(all, one -> one.sample().p50Micros()));
        json.set("p99Micros", spread(all, one -> one.sample().p99Micros()));
        json.put("errors", all.stream().mapToLong(one -> one.sample().failed()).sum());
        ObjectNode cpu = json.putObject("cpuMicros");
        cpu.set("jvm", spread(all, Measured::jvmMicros));
        cpu.set("postgresql", spread(all, Measured::postgresMicros));
        cpu.set("client", spread(all, Measured::clientMicros));
        ArrayNode samples = json.putArray("samples");
        all.forEach(one -> samples.add(one.sample().json()));
        return json;
    }

    private static ObjectNode spread(List<Measured> all, Function<Measured, Number> value) {
        return Spread.of(all.stream().map(value).toList()).json();
    }
}
