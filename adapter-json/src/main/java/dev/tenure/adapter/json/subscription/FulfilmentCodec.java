package dev.tenure.adapter.json.subscription;

import static dev.tenure.adapter.json.shared.CommandReader.checkedLater;

import dev.tenure.adapter.json.order.OrderCodec;
import dev.tenure.adapter.json.shared.ErrorDocument;
import dev.tenure.adapter.json.shared.JsonFields;
import dev.tenure.adapter.json.shared.JsonObject;
import dev.tenure.application.subscription.in.FulfilOrder;
import dev.tenure.application.subscription.in.FulfilOrder.Fulfilled;
import dev.tenure.application.subscription.in.FulfilOrder.Mode;
import dev.tenure.application.subscription.in.FulfilOrder.Status;
import dev.tenure.application.subscription.in.FulfilOrder.Unit;
import dev.tenure.application.subscription.in.FulfilOrderCommand;
import java.util.ArrayList;
import java.util.List;

/** The JSON of batches of units, and of their results. */
public final class FulfilmentCodec {

    private FulfilmentCodec() {}

    public static FulfilOrderCommand fulfilment(String orderId, JsonFields batch) {
        Mode mode = batch.oneOf("mode", Mode.class);
        return new FulfilOrderCommand(
                orderId,
                mode == null ? Mode.ALL_OR_NOTHING : mode,
                checkedLater(batch.entries("units", FulfilOrder.MAX_UNITS, FulfilmentCodec::unit)));
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
}
