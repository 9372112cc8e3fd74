package dev.tenure.adapter.cli.bulk;

import dev.tenure.adapter.cli.order.PlaceOrderMapping;
import dev.tenure.adapter.cli.shared.JsonFields;
import dev.tenure.adapter.cli.shared.JsonObject;
import dev.tenure.application.bulk.in.Fingerprint;
import dev.tenure.application.bulk.in.ImportOrders.Result;
import dev.tenure.application.bulk.in.ImportOrders.Status;
import dev.tenure.application.bulk.in.ImportedOrder;
import dev.tenure.application.bulk.in.ImportedOrder.History;
import dev.tenure.application.bulk.in.ImportedOrder.ItemHistory;
import dev.tenure.application.bulk.in.ImportedOrder.UnitHistory;
import dev.tenure.application.shared.EntryError;
import dev.tenure.domain.order.OrderStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of an import, and what became of it. */
final class ImportMapping {

    private ImportMapping() {}

    static ImportedOrder line(JsonFields line) {
        List<ItemHistory> items = line.objects("items", ImportMapping::item);
        return new ImportedOrder(
                PlaceOrderMapping.command(line),
                new History(
                        line.text("orderId"),
                        line.word("status", OrderStatus.values()),
                        line.instant("createdAt"),
                        line.instant("confirmedAt"),
                        line.instant("cancelledAt"),
                        line.text("cancelReason"),
                        line.instant("closedAt"),
                        line.text("closeReason"),
                        line.text("trackingNumber"),
                        line.instant("shippedAt"),
                        items == null ? List.of() : items),
                Fingerprint.of(line.all()));
    }

    private static ItemHistory item(JsonFields item) {
        List<UnitHistory> units = item.objects("units", ImportMapping::unit);
        return new ItemHistory(item.decimal("unitPrice"), units == null ? List.of() : units);
    }

    private static UnitHistory unit(JsonFields unit) {
        return new UnitHistory(PlaceOrderMapping.unchecked(unit.text("assetSerialNumber")), unit.date("startDate"));
    }

    static JsonObject result(long number, Result result, boolean kept) {
        boolean failed = result.status() == Status.FAILED;
        return new JsonObject()
                .with("line", number)
                .with("status", kept || failed ? result.status() : "rejected")
                .with("orderId", kept || failed ? result.orderId() : null)
                .with("error", error(result.error()));
    }

    static @Nullable JsonObject error(@Nullable EntryError error) {
        return error == null
                ? null
                : new JsonObject()
                        .with("code", error.code().name())
                        .with("message", error.message())
                        .with("path", error.path().isEmpty() ? null : error.path());
    }
}
