package dev.tenure.benchmarks.domain;

import static dev.tenure.domain.catalog.CatalogFixtures.IPAD;
import static dev.tenure.domain.catalog.CatalogFixtures.MACBOOK;
import static dev.tenure.domain.catalog.CatalogFixtures.variant;
import static dev.tenure.domain.order.OrderFixtures.anOrder;
import static dev.tenure.domain.order.OrderFixtures.item;
import static dev.tenure.domain.shared.SharedFixtures.EUR;
import static dev.tenure.domain.shared.SharedFixtures.stamp;

import dev.tenure.domain.catalog.Variant;
import dev.tenure.domain.event.Event;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderFact;
import dev.tenure.domain.order.Placement;
import dev.tenure.domain.pricing.CostOverrides;
import dev.tenure.domain.pricing.ItemPrice;
import dev.tenure.domain.pricing.Pricing;
import dev.tenure.domain.shared.Stamp;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The domain alone: the cost of decisions without input and output. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class OrderBenchmark {

    private static final int EVENTS = 1_000;

    private final Placement placement =
            anOrder().with(item(MACBOOK).times(2)).with(item(IPAD)).placement();
    private final Variant variant = variant(MACBOOK);
    private final Order pending = Order.restore(Order.place(placement, stamp(0)).state());
    private final Stamp later = stamp(1);
    // The placing, and then changes of the notes.
    private final List<Event<OrderFact>> events = events();

    private static List<Event<OrderFact>> events() {
        Order order = anOrder().with(item(MACBOOK).times(2)).with(item(IPAD)).pending();
        for (int i = 1; i < EVENTS; i++) {
            order = order.replaceNotes("note " + i, stamp(i));
        }
        return order.changes();
    }

    @Benchmark
    public Order placeTwoItems() {
        return Order.place(placement, later);
    }

    @Benchmark
    public ItemPrice priceLine() {
        return Pricing.price(variant, 24, CostOverrides.NONE, EUR);
    }

    @Benchmark
    public Order foldThousandEvents() {
        return Order.replay(events);
    }

    @Benchmark
    public Order confirm() {
        return pending.confirm(later);
    }
}
