package dev.tenure.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The figures that have targets, from all measurements on one Java version. */
final class Figures {

    static final long LARGE = 1_000_000;

    private Figures() {}

    static ObjectNode of(JsonNode load, JsonNode growth) {
        ObjectNode figures = Json.object();
        for (String operation : Comparison.OPERATIONS) {
            figures.set(operation + "Ratio", load.path("pairs").path(operation).path("ratio"));
        }
        ObjectNode lists = Json.object();
        long searched = 0;
        for (var size : growth.path("sizes").properties()) {
            lists.set(size.getKey(), size.getValue().path("listP99Ms"));
            long orders = Long.parseLong(size.getKey());
            // With a million orders if measured, otherwise with the most that were.
            if (orders <= LARGE && orders > searched) {
                searched = orders;
            }
        }
        figures.set(
                "searchP99Ms",
                growth.path("sizes").path(Long.toString(searched)).path("searchP99Ms"));
        figures.put("searchOrders", searched);
        figures.set("listP99Ms", lists);
        figures.set("startupMs", load.at("/startupMs/median"));
        figures.set("cliMs", load.at("/cliMs/median"));
        figures.set("rssMb", load.path("rssMb"));
        figures.set("fulfil100Ms", load.at("/fulfil100/median"));
        figures.set("fiftyTenantsRatio", load.at("/fiftyTenantsRatio/median"));
        figures.set("importPerSecond", load.at("/import/perSecond"));
        figures.set("exportPerSecond", growth.at("/export/perSecond"));
        figures.set("exportFirstByteMs", growth.at("/export/firstByteMs"));
        return figures;
    }
}
