package dev.tenure.adapter.json.importing;

import static dev.tenure.adapter.json.shared.CommandReader.checkedLater;

import dev.tenure.adapter.json.order.PlaceOrderCodec;
import dev.tenure.adapter.json.shared.JsonFields;
import dev.tenure.application.importing.in.Fingerprint;
import dev.tenure.application.importing.in.ImportedOrder;
import dev.tenure.application.importing.in.ImportedOrder.History;
import dev.tenure.application.importing.in.ImportedOrder.ItemHistory;
import dev.tenure.application.importing.in.ImportedOrder.UnitHistory;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderItem;
import dev.tenure.domain.order.OrderStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON of lines of imports. */
public final class ImportCodec {

    private ImportCodec() {}

    public static ImportedOrder line(JsonFields line) {
        return new ImportedOrder(
                PlaceOrderCodec.command(line),
                new History(
                        line.text("orderId"),
                        line.oneOf("status", OrderStatus.class),
                        line.instant("createdAt"),
                        line.instant("confirmedAt"),
                        line.instant("cancelledAt"),
                        line.text("cancelReason"),
                        line.instant("closedAt"),
                        line.text("closeReason"),
                        line.text("trackingNumber"),
                        line.instant("shippedAt"),
                        items(line.objectsIfAny("items", Order.MAX_ITEMS))),
                Fingerprint.of(line.all()));
    }

    private static List<ItemHistory> items(List<@Nullable JsonFields> items) {
        List<ItemHistory> histories = new ArrayList<>();
        for (JsonFields item : items) {
            histories.add(
                    item == null
                            ? new ItemHistory(null, List.of())
                            : new ItemHistory(
                                    item.decimal("unitPrice"),
                                    units(item.objectsIfAny("units", OrderItem.MAX_QUANTITY))));
        }
        return histories;
    }

    private static List<UnitHistory> units(List<@Nullable JsonFields> units) {
        List<UnitHistory> histories = new ArrayList<>();
        for (JsonFields unit : units) {
            histories.add(checkedLater(
                    unit == null
                            ? null
                            : new UnitHistory(checkedLater(unit.text("assetSerialNumber")), unit.date("startDate"))));
        }
        return histories;
    }
}
