package dev.tenure.adapter.json.order;

import dev.tenure.adapter.json.shared.JsonObject;
import dev.tenure.application.order.in.OrderEventView;
import dev.tenure.application.order.in.OrderEventView.Difference;
import dev.tenure.domain.order.OrderItem;
import org.jspecify.annotations.Nullable;

/** The JSON of the events of an order. */
public final class OrderEventCodec {

    private OrderEventCodec() {}

    public static JsonObject event(OrderEventView event) {
        return new JsonObject()
                .number("sequence", event.sequence())
                .text("type", event.type())
                .instant("at", event.at())
                .text("actor", event.actor())
                .text("requestId", event.requestId())
                .text("reason", event.reason())
                .objects(
                        "changes",
                        event.changes().stream().map(OrderEventCodec::change).toList());
    }

    private static JsonObject change(Difference difference) {
        return new JsonObject()
                .text("path", difference.path())
                .value("before", shown(difference.before()))
                .value("after", shown(difference.after()));
    }

    private static @Nullable Object shown(@Nullable Object value) {
        return value instanceof OrderItem item ? OrderCodec.item(item) : value;
    }
}
