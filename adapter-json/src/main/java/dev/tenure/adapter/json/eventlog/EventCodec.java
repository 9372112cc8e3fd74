package dev.tenure.adapter.json.eventlog;

import dev.tenure.adapter.json.order.OrderCodec;
import dev.tenure.adapter.json.shared.JsonObject;
import dev.tenure.application.eventlog.in.EventView;
import dev.tenure.domain.event.FieldChange;
import dev.tenure.domain.order.OrderItem;
import org.jspecify.annotations.Nullable;

/** The JSON of an event. */
public final class EventCodec {

    private EventCodec() {}

    public static JsonObject event(EventView event) {
        return new JsonObject()
                .number("sequence", event.sequence())
                .text("type", event.type())
                .instant("at", event.at())
                .text("actor", event.actor())
                .text("requestId", event.requestId())
                .text("reason", event.reason())
                .objects(
                        "changes",
                        event.changes().stream().map(EventCodec::change).toList());
    }

    private static JsonObject change(FieldChange change) {
        return new JsonObject()
                .text("path", change.path())
                .value("before", shown(change.before()))
                .value("after", shown(change.after()));
    }

    private static @Nullable Object shown(@Nullable Object value) {
        return value instanceof OrderItem item ? OrderCodec.item(item) : value;
    }
}
