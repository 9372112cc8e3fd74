package dev.tenure.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tenure.benchmarks.seed.Seeder;
import dev.tenure.benchmarks.server.Cpu;
import dev.tenure.benchmarks.server.Processes;
import dev.tenure.benchmarks.server.Server;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Exports the orders of a tenant in one stream: all of them, or the oldest. */
final class Export {

    private final Server server;
    private final Api api;

    Export(Server server, Api api) {
        this.server = server;
        this.api = api;
    }

    /** @param part the share of the orders, 1 for all */
    ObjectNode measure(double part) {
        LocalDate to = LocalDate.now(ZoneOffset.UTC).minusDays(Math.round(Seeder.SPAN.toDays() * (1 - part)));
        Cpu.forgetPeak(server.pid());
        Processes.require("curl", "curl");
        Processes.Outcome outcome = Processes.run(
                List.of("bash", "-c", """
                        curl -sSN -w '%{stderr}%{http_code} %{time_starttransfer} %{time_total}' -H "Authorization: Bearer $KEY" \
                            -H "Tenant-ID: $TENANT" "$URL" | wc -l"""),
                Map.of(
                        "KEY",
                        api.tenant().key(),
                        "TENANT",
                        api.tenant().id(),
                        "URL",
                        api.server()
                                .resolve("/v1/orders/export" + (part < 1 ? "?createdTo=" + to : ""))
                                .toString()));
        String[] fields = outcome.errors().split(" ", -1);
        if (fields.length != 3 || !fields[0].equals("200")) {
            throw new BenchmarkException("the export failed: " + outcome.errors());
        }
        long orders = Long.parseLong(outcome.output().strip());
        double firstByte = Double.parseDouble(fields[1]) * 1000;
        double seconds = Double.parseDouble(fields[2]);
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
