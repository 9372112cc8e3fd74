package dev.tenure.adapter.json.bulk;

import static dev.tenure.adapter.json.shared.CommandReader.checkedLater;

import dev.tenure.adapter.json.order.OrderCodec;
import dev.tenure.adapter.json.order.PlaceOrderCodec;
import dev.tenure.adapter.json.shared.ErrorDocument;
import dev.tenure.adapter.json.shared.JsonFields;
import dev.tenure.adapter.json.shared.JsonObject;
import dev.tenure.application.bulk.in.Fingerprint;
import dev.tenure.application.bulk.in.ImportedOrder;
import dev.tenure.application.bulk.in.ImportedOrder.History;
import dev.tenure.application.bulk.in.ImportedOrder.ItemHistory;
import dev.tenure.application.bulk.in.ImportedOrder.UnitHistory;
import dev.tenure.application.subscription.in.FulfilOrder;
import dev.tenure.application.subscription.in.FulfilOrder.Fulfilled;
import dev.tenure.application.subscription.in.FulfilOrder.Mode;
import dev.tenure.application.subscription.in.FulfilOrder.Status;
import dev.tenure.application.subscription.in.FulfilOrder.Unit;
import dev.tenure.application.subscription.in.FulfilOrderCommand;
import dev.tenure.domain.order.Order;
import dev.tenure.domain.order.OrderItem;
import dev.tenure.domain.order.OrderStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON of batches of units and lines of imports, and of their results. */
public final class BulkCodec {

    private BulkCodec() {}

    public static FulfilOrderCommand fulfilment(String orderId, JsonFields batch) {
        Mode mode = batch.oneOf("mode", Mode.class);
        return new FulfilOrderCommand(
                orderId,
                mode == null ? Mode.ALL_OR_NOTHING : mode,
                checkedLater(batch.entries("units", FulfilOrder.MAX_UNITS, BulkCodec::unit)));
    }

    /** One unit of a batch. */
    public static FulfilOrderCommand.Unit unit(JsonFields unit) {
        return new FulfilOrderCommand.Unit(
                unit.text("sku"),
                unit.integer("itemIndex"),
                checkedLater(unit.text("assetSerialNumber")),
                unit.date("startDate"));
    }

    public static JsonObject fulfilled(FulfilOrderCommand command, Fulfilled fulfilled) {
        int failed = fulfilled.count(Status.FAILED);
        List<JsonObject> results = new ArrayList<>();
        for (Unit unit : fulfilled.units()) {
            results.add(result(results.size(), unit));
        }
        return new JsonObject()
                .flag("success", failed == 0)
                .text("message", failed == 0 ? "Units fulfilled" : "Some units could not be fulfilled")
                .text("orderId", fulfilled.order().orderId())
                .word("mode", command.mode())
                .object(
                        "summary",
                        new JsonObject()
                                .number("requested", fulfilled.units().size())
                                .number("fulfilled", fulfilled.count(Status.FULFILLED))
                                .number("alreadyFulfilled", fulfilled.count(Status.ALREADY_FULFILLED))
                                .number("failed", failed))
                .objects("results", results)
                .object("order", OrderCodec.order(fulfilled.order()));
    }

    private static JsonObject result(int index, Unit unit) {
        JsonObject result = new JsonObject()
                .number("index", index)
                .word("status", unit.status())
                .text("assetSerialNumber", unit.assetSerialNumber());
        if (unit.itemIndex() != null) {
            result.number("itemIndex", unit.itemIndex());
        }
        return result.text("sku", unit.sku())
                .text("rentalId", unit.subscriptionId())
                .object("error", unit.error() == null ? null : ErrorDocument.entry(unit.error()));
    }

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
