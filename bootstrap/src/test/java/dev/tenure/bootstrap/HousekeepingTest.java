package dev.tenure.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HousekeepingTest {

    @Test
    void every_task_runs_again_and_again_also_when_one_fails_and_none_after_the_end() throws InterruptedException {
        CountDownLatch thrice = new CountDownLatch(3);
        AtomicInteger runs = new AtomicInteger();
        Map<String, IntSupplier> tasks = new LinkedHashMap<>();
        tasks.put("fail", () -> {
            throw new IllegalStateException("a task of this test fails");
        });
        tasks.put("count", () -> {
            thrice.countDown();
            return runs.incrementAndGet();
        });

        Housekeeping housekeeping = Housekeeping.started(tasks, Duration.ofMillis(5));
        assertThat(thrice.await(30, TimeUnit.SECONDS)).isTrue();
        housekeeping.close();

        int atTheEnd = runs.get();
        Thread.sleep(50);
        assertThat(runs).hasValue(atTheEnd);
    }

    @Test
    @Timeout(4)
    void the_end_does_not_wait_for_the_next_round() throws InterruptedException {
        CountDownLatch once = new CountDownLatch(1);
        Housekeeping housekeeping = Housekeeping.started(
                Map.of("count", () -> {
                    once.countDown();
                    return 0;
                }),
                Duration.ofHours(1));
        assertThat(once.await(3, TimeUnit.SECONDS)).isTrue();

        housekeeping.close();
    }
}
