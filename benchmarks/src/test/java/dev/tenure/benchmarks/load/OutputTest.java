package dev.tenure.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.tenure.benchmarks.BenchmarkException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutputTest {

    @Test
    void wrkTellsInOurLastLine() {
        Sample sample = WrkOutput.sample("""
                Running 2s test @ http://127.0.0.1:8080
                RESULT {"micros":2000000,"requests":3000,"bytes":1,"p50":10100,"p90":1,"p99":40000,"max":50000,\
                "errors":{"status":3,"connect":0,"read":0,"write":0,"timeout":1},"statuses":{}}
                """);

        assertThat(sample.perSecond()).isEqualTo(1500);
        assertThat(sample.p50Micros()).isEqualTo(10_100);
        assertThat(sample.p99Micros()).isEqualTo(40_000);
        assertThat(sample.errors()).isEqualTo(Map.of("status", 3L, "timeout", 1L));
    }

    @Test
    void whereStatusesAreCountedTheyStandForTheErrors() {
        Sample sample = WrkOutput.sample("""
                RESULT {"micros":1000000,"requests":10,"p50":1,"p99":1,"max":1,"errors":{"status":4},"statuses":{"200":6,"409":1,"503":3}}
                """);

        assertThat(sample.errors()).isEqualTo(Map.of("409", 1L, "503", 3L));
        assertThat(sample.failed()).isEqualTo(4);
    }

    @Test
    void wrkWithoutAResultIsAnError() {
        assertThatThrownBy(() -> WrkOutput.sample("unable to connect")).isInstanceOf(BenchmarkException.class);
    }

    @Test
    void pgbenchTellsInItsReportAndItsLog() {
        List<String> log = IntStream.rangeClosed(1, 100)
                .mapToObj(i -> "0 %d %d 0 1700000000 1".formatted(i, i * 100))
                .toList();

        Sample sample = PgbenchOutput.sample("""
                transaction type: script.sql
                number of transactions actually processed: 4000
                number of failed transactions: 2 (0.050%)
                latency average = 16.0 ms
                initial connection time = 80.0 ms
                tps = 2000.000000 (without initial connection time)
                """, log);

        assertThat(sample.perSecond()).isCloseTo(2000, within(0.1));
        assertThat(sample.p50Micros()).isEqualTo(5_000);
        assertThat(sample.p99Micros()).isEqualTo(9_900);
        assertThat(sample.errors()).isEqualTo(Map.of("failed", 2L));
    }

    @Test
    void pgbenchWithoutAReportIsAnError() {
        assertThatThrownBy(() -> PgbenchOutput.sample("connection refused", List.of()))
                .isInstanceOf(BenchmarkException.class);
    }
}
