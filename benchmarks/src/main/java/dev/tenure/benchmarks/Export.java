package dev.tenure.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.benchmarks.seed.Seeder;
import dev.tenure.benchmarks.server.Cpu;
import dev.tenure.benchmarks.server.Server;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The orders of a tenant in one stream: all of them, or the oldest. */
final class Export {

    private final Server server;
    private final Api api;

    Export(Server server, Api api) {
        this.server = server;
        this.api = api;
    }

    /** @param part of the orders, 1 for all */
    ObjectNode measure(double part) {
        LocalDate to = LocalDate.now(ZoneOffset.UTC).minusDays(Math.round(Seeder.SPAN.toDays() * (1 - part)));
        Cpu.forgetPeak(server.pid());
        long begin = System.nanoTime();
        HttpResponse<InputStream> response = api.exchange(
                api.request("/v1/orders/export" + (part < 1 ? "?createdTo=" + to : ""))
                        .GET()
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        long orders = 0;
        double firstByte;
        try (InputStream body = response.body()) {
            int first = body.read();
            firstByte = (System.nanoTime() - begin) / 1e6;
            if (response.statusCode() != 200 || first < 0) {
                throw new BenchmarkException("the export was answered with " + response.statusCode());
            }
            byte[] bytes = new byte[1 << 16];
            for (int read = body.read(bytes); read >= 0; read = body.read(bytes)) {
                for (int i = 0; i < read; i++) {
                    if (bytes[i] == '\n') {
                        orders++;
                    }
                }
            }
        } catch (IOException e) {
            throw new BenchmarkException("the export broke off: " + e.getMessage(), e);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        Say.say(
                "exported %,d orders, %.0f a second, the first byte after %.0f ms",
                orders, orders / seconds, firstByte);
        return Json.object()
                .put("orders", orders)
                .put("perSecond", orders / seconds)
                .put("firstByteMs", firstByte)
                .put("rssMb", Cpu.peakMegabytes(server.pid()));
    }
}
