package dev.tenure.adapter.rest.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenure.adapter.json.importing.ImportCodec;
import dev.tenure.adapter.json.shared.JsonLines;
import dev.tenure.adapter.json.shared.JsonLines.Line;
import dev.tenure.application.importing.in.ImportOrders.Result;
import dev.tenure.application.importing.in.ImportOrders.Status;
import dev.tenure.application.importing.in.ImportedOrder;
import dev.tenure.application.shared.Entry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ImportLanesTest {

    private final List<String> told = new ArrayList<>();

    @Test
    void batches_that_have_nothing_in_common_are_imported_at_the_same_time_and_told_in_order() throws IOException {
        CyclicBarrier bothAtWork = new CyclicBarrier(2);
        try (ImportLanes lanes = lanes(id -> {
            await(bothAtWork);
            pause(id.equals("ord_1") || id.equals("ord_3") ? 50 : 0);
        })) {
            for (int i = 1; i <= 4; i++) {
                lanes.give(line("""
                        {"orderId": "ord_%1$d", "customer": {"email": "buyer%1$d@example.com"}}""".formatted(i)));
            }
            lanes.finish();
        }

        assertThat(told).containsExactly("ord_1", "ord_2", "ord_3", "ord_4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                {"orderId": "ord_same", "customer": {"email": "buyer%d@example.com"}}""", """
                {"orderId": "ord_%d", "customer": {"email": " Buyer@Example.com"}}""", """
                {"orderId": "ord_%d", "items": [{"units": [{"assetSerialNumber": "SN-1"}]}]}"""})
    void batches_that_touch_the_same_wait_for_each_other(String line) throws IOException {
        AtomicInteger atWork = new AtomicInteger();
        AtomicInteger mostAtWork = new AtomicInteger();
        try (ImportLanes lanes = lanes(id -> {
            mostAtWork.accumulateAndGet(atWork.incrementAndGet(), Math::max);
            pause(50);
            atWork.decrementAndGet();
        })) {
            for (int i = 1; i <= 3; i++) {
                lanes.give(line(line.formatted(i)));
            }
            lanes.finish();
        }

        assertThat(told).hasSize(3);
        assertThat(mostAtWork).hasValue(1);
    }

    @Test
    void a_batch_that_fails_is_heard_of_when_it_is_its_turn() throws IOException {
        try (ImportLanes lanes = lanes(id -> {
            if (id.equals("ord_2")) {
                throw new IllegalStateException("broken");
            }
        })) {
            lanes.give(line("{\"orderId\": \"ord_1\"}"));
            lanes.give(line("{\"orderId\": \"ord_2\"}"));

            assertThatThrownBy(lanes::finish).isInstanceOf(IllegalStateException.class);
        }

        assertThat(told).containsExactly("ord_1");
    }

    private ImportLanes lanes(Consumer<String> work) {
        return new ImportLanes(
                entries -> {
                    work.accept(id(entries));
                    return List.of(new Result(Status.IMPORTED, id(entries), null));
                },
                (batch, results) -> told.add(String.valueOf(results.get(0).orderId())));
    }

    private static String id(List<Entry<ImportedOrder>> entries) {
        return String.valueOf(entries.get(0).value().history().orderId());
    }

    private static List<Line<ImportedOrder>> line(String json) throws IOException {
        return new JsonLines(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))
                .next(1, ImportCodec::line);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
